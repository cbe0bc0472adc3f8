// Connects the Home tabs that were opened lately to Slack: remembers what was published, and redraws what has changed.
import type { Context, Job } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { redrawHomes, rememberHome } from '../overview/flows/redraw-homes.ts'
import type { HomeView } from '../slack/blocks.ts'
import { uuidOf } from '../slack/digest.ts'
import { drawHome } from '../slack/home.ts'
import type { Replies } from '../slack/replies.ts'
import { BOT } from './features.ts'

const digest = (view: HomeView): string => uuidOf(JSON.stringify(view))

/** A Home that cannot be remembered is shown all the same. */
export const rememberingHomes = (replies: Replies, context: Context): Replies => ({
  ...replies,
  publishHome: async (workspaceId, userId, view) => {
    await replies.publishHome(workspaceId, userId, view)
    await rememberHome(context, { workspaceId, userId }, digest(view)).catch((fault: unknown) =>
      context.log.warn({ reason: reasonOf(fault) }, 'cannot remember an open Home tab'),
    )
  },
})

export const redrawOpenHomes =
  ({ publishHome }: Pick<Replies, 'publishHome'>): Job =>
  (context) =>
    redrawHomes<HomeView>(context, {
      draw: (who) => drawHome(BOT.home, who, BOT.translator(who.locale), context),
      digest,
      publish: ({ workspaceId, userId }, view) => publishHome(workspaceId, userId, view),
    })
