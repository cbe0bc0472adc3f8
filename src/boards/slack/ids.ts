// Names of the buttons that Slack sends back about boards.

export const BOARDS = {
  myPlace: 'numbers.my-place',
  show: 'numbers.show-board',
} as const
