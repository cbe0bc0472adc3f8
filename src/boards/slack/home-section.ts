// The Home tab's buttons: log numbers, show the board, show my numbers.
import { NUMBERS } from '../../numbers/slack/ids.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { plain } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { BOARDS } from './ids.ts'

export const quickLinks: HomeSection = {
  place: 30,
  draw: async (who, now, t, { db }) => {
    const { memberOf, manages, actsFor } = await actorOf(db, who, now)
    const reports = memberOf.length > 0
    if (!reports && manages.length + actsFor.length === 0) return []
    const button = (actionId: string, text: string) => ({
      type: 'button' as const,
      action_id: actionId,
      text: plain(text),
    })
    return [
      {
        type: 'actions',
        elements: [
          ...(reports ? [button(NUMBERS.openLog, t('home.log'))] : []),
          button(BOARDS.show, t('home.board')),
          ...(reports ? [button(NUMBERS.showMine, t('home.mine'))] : []),
        ],
      },
    ]
  },
}
