// Wins: a deal is celebrated in the team's channel when it is logged, and stays true when it is corrected or taken back.
import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { loadWin } from './flows/facts/win.ts'
import { winReactionsToChanges } from './flows/reactions.ts'
import { reactionAdded, reactionRemoved } from './slack/reaction-events.ts'
import { toldNote } from './slack/told-note.ts'
import { renderWin } from './slack/win-message.ts'
import { words } from './words/words.ts'

export const wins: Feature = {
  name: 'wins',
  words,
  events: { reaction_added: reactionAdded, reaction_removed: reactionRemoved },
  messages: [
    messageKind({
      kind: 'win',
      subject: z.object({ sourceId: z.string() }),
      load: loadWin,
      render: renderWin,
    }),
  ],
  dealNotes: [toldNote],
  reactions: winReactionsToChanges,
}
