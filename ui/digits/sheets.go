package digits

// The two fonts, read once.
var (
	figures = sheet(7, figuresDrawn)
	letters = sheet(5, lettersDrawn)
)

// figuresDrawn are the figures of the number. They are all equally wide, or a running clock would
// jitter. Those that follow each other share what they can, so that little changes
// from one second to the next; and each has what none that looks like it has: the 1 a
// foot, the 4 and the 7 a slope, the 3 an open left side, the 6 and the 9 a tail.
const figuresDrawn = `
  0      1      2      3      4
.###.  ..#..  .###.  ####.  ...#.
#...#  .##..  #...#  ....#  ..##.
#...#  ..#..  ....#  ....#  .#.#.
#...#  ..#..  ..##.  ..##.  #..#.
#...#  ..#..  .#...  ....#  #####
#...#  ..#..  #....  ....#  ...#.
.###.  .###.  #####  ####.  ...#.

  5      6      7      8      9    :
#####  ..##.  #####  .###.  .###.  .
#....  .#...  ....#  #...#  #...#  .
####.  #....  ...#.  #...#  #...#  #
....#  ####.  ..#..  .###.  .####  .
....#  #...#  .#...  #...#  ....#  #
#...#  #...#  .#...  #...#  ...#.  .
.###.  .###.  .#...  .###.  .##..  .
`

// lettersDrawn are the letters of the word, as narrow as they can be told apart: GET READY must fit
// into 38 columns. O is round and wider than D, and N narrower than M and W, which end
// in different points. The figures among them are equally wide too.
const lettersDrawn = `
 A     B     C     D     E    F    G     H     I
.##.  ###.  .###  ###.  ###  ###  .###  #..#  ###
#..#  #..#  #...  #..#  #..  #..  #...  #..#  .#.
####  ###.  #...  #..#  ##.  ##.  #.##  ####  .#.
#..#  #..#  #...  #..#  #..  #..  #..#  #..#  .#.
#..#  ###.  .###  ###.  ###  #..  .###  #..#  ###

 J     K     L     M      N     O      P      Q      R
..##  #..#  #..  #...#  #..#  .###.  ###.  .###.  ###.
...#  #.#.  #..  ##.##  ##.#  #...#  #..#  #...#  #..#
...#  ##..  #..  #.#.#  #.##  #...#  ###.  #.#.#  ###.
#..#  #.#.  #..  #...#  #.##  #...#  #...  #..#.  #.#.
.##.  #..#  ###  #...#  #..#  .###.  #...  .##.#  #..#

 S    T     U     V      W      X     Y     Z
.###  ###  #..#  #...#  #...#  #...#  #.#  ####
#...  .#.  #..#  #...#  #...#  .#.#.  #.#  ..#.
.##.  .#.  #..#  #...#  #.#.#  ..#..  .#.  .#..
...#  .#.  #..#  .#.#.  #.#.#  .#.#.  .#.  #...
###.  .#.  .##.  ..#..  .#.#.  #...#  .#.  ####

 0     1     2     3     4     5     6     7     8     9
.##.  ..#.  ###.  ###.  #..#  ####  .###  ####  .##.  .##.
#..#  .##.  ...#  ...#  #..#  #...  #...  ...#  #..#  #..#
#..#  ..#.  .##.  .##.  ####  ###.  ###.  ..#.  .##.  .###
#..#  ..#.  #...  ...#  ...#  ...#  #..#  .#..  #..#  ...#
.##.  .###  ####  ###.  ...#  ###.  .##.  .#..  .##.  ###.

:   ?    .   -   _
.  .##.  .  ...  ..
#  #..#  .  ...  ..
.  ..#.  .  ###  ..
#  ....  .  ...  ..
.  ..#.  #  ...  ..
`
