// The boards feature: daily, weekly and monthly leaderboards, posted in the channel and shown on request.

import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { boardsPermissions } from './domain/permissions.ts'
import { planWeeklyBoard, WEEKLY_BOARD } from './domain/plan-weekly-board.ts'
import { loadBoard } from './flows/facts/board.ts'
import { postWeeklyBoards } from './flows/post-weekly-board.ts'
import { boardReactions } from './flows/reactions.ts'
import { boardCommand, showBoardFromButton, showChosenBoard, showMyPlace } from './slack/board-command.ts'
import { renderBoard } from './slack/board-message.ts'
import { BOARD_WORDS } from './slack/command-words.ts'
import { quickLinks } from './slack/home-section.ts'
import { BOARDS } from './slack/ids.ts'
import { words } from './words/words.ts'

export const boards: Feature = {
  name: 'boards',
  words,
  permissions: boardsPermissions,
  commands: [
    {
      word: 'board',
      aliases: BOARD_WORDS,
      help: {
        place: 40,
        text: 'help.board',
        audience: 'everyone',
        button: ({ isMember, isManager }) => (isMember || isManager ? 'help.showBoard' : null),
      },
      run: boardCommand,
    },
  ],
  actions: {
    [BOARDS.myPlace]: showMyPlace,
    [BOARDS.show]: showBoardFromButton,
    [BOARDS.choose]: showChosenBoard,
  },
  messages: [
    messageKind({
      kind: 'board',
      subject: z.object({ period: z.enum(['day', 'week', 'month']), from: z.string() }),
      load: loadBoard,
      render: renderBoard,
      buttons: { [BOARDS.myPlace]: { lasts: 'board.gone' } },
    }),
  ],
  dayPlanners: [planWeeklyBoard],
  // The close posts the board of the day: the recap stands below it.
  dueKinds: [{ kind: WEEKLY_BOARD, handle: postWeeklyBoards, last: true }],
  home: [quickLinks],
  reactions: boardReactions,
}
