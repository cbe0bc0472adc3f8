// Action ids of buttons about boards.

export const BOARDS = {
  myPlace: 'numbers.my-place',
  show: 'numbers.show-board',
  choose: 'boards.choose-team',
} as const
