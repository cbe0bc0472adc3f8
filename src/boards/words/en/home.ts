// English: the buttons of the Home tab that lead to numbers and board.
export const home = {
  'home.log': 'Log numbers',
  'home.board': 'Board',
  'home.mine': 'My numbers',
} as const
