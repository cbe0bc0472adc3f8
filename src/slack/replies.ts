// Replies to a person: opens and updates views, answers in direct messages, and posts ephemeral messages to the response_url.
import type { HomeView, ModalView, RenderedMessage } from './blocks.ts'
import { degrade } from './degrade.ts'
import { type OutgoingFile, sendFile } from './files.ts'
import type { MessageGone } from './messenger.ts'
import { isViewClosed } from './refusals.ts'
import {
  type ClientFor,
  editReply,
  postLivingReply,
  postReply,
  type ReplyRefusal,
  tellPerson,
} from './send.ts'

type ShownView = [
  workspaceId: string,
  triggerId: string,
  view: ModalView,
  later?: Promise<ModalView>,
  closed?: () => Promise<void>,
  stands?: (viewId: string) => Promise<void>,
]

export interface Replies {
  /**
   * `later`, here and below: takes the view's place, unless the person has closed it: then `closed` is called. `stands`: called
   * with the view's id as soon as it is shown, where another one is to take its place.
   */
  open(...shown: ShownView): Promise<void>
  push(...shown: ShownView): Promise<void>
  /** `hash`: of the view that the person saw, so that a newer view is not overwritten. */
  update(
    workspaceId: string,
    viewId: string,
    hash: string,
    view: ModalView,
    later?: Promise<ModalView>,
  ): Promise<void>
  publishHome(workspaceId: string, userId: string, view: HomeView): Promise<void>
  /** Posts in a channel or direct message, for example as an answer there. Null: posted. */
  post(workspaceId: string, channelId: string, message: RenderedMessage): Promise<ReplyRefusal | null>
  /** The same with a message that is edited afterwards, by its id. */
  postLiving(
    workspaceId: string,
    channelId: string,
    message: RenderedMessage,
  ): Promise<ReplyRefusal | { ts: string }>
  /** Null: edited. */
  edit(
    workspaceId: string,
    place: { channelId: string; ts: string },
    message: RenderedMessage,
  ): Promise<ReplyRefusal | MessageGone | null>
  /** Posts in the person's direct messages with the bot. Null: posted. */
  tell(workspaceId: string, userId: string, message: RenderedMessage): Promise<ReplyRefusal | null>
  /** False: the workspace does not let the bot send files. */
  sendFile(workspaceId: string, userId: string, file: OutgoingFile): Promise<boolean>
  /** `replace`: replaces the ephemeral message that was clicked; otherwise posts a new ephemeral message. */
  respond(responseUrl: string, message: RenderedMessage, replace: boolean): Promise<void>
}

const RESPOND_TIMEOUT_MS = 10_000

export function createReplies(clientFor: ClientFor): Replies {
  return {
    open: async (workspaceId, triggerId, view, later, ...then) => {
      const { views } = clientFor(workspaceId)
      await replacedBy(later, views, await views.open({ trigger_id: triggerId, view }), ...then)
    },
    push: async (workspaceId, triggerId, view, later, ...then) => {
      const { views } = clientFor(workspaceId)
      await replacedBy(later, views, await views.push({ trigger_id: triggerId, view }), ...then)
    },
    update: async (workspaceId, viewId, hash, view, later) => {
      const { views } = clientFor(workspaceId)
      const shown = await views.update({ view_id: viewId, ...(hash ? { hash } : {}), view })
      await replacedBy(later, views, shown)
    },
    publishHome: async (workspaceId, userId, view) =>
      void (await clientFor(workspaceId).views.publish({ user_id: userId, view })),
    tell: (workspaceId, userId, message) => tellPerson(clientFor(workspaceId), userId, message),
    sendFile: (workspaceId, userId, file) => sendFile(clientFor(workspaceId), userId, file),
    post: (workspaceId, channelId, message) => postReply(clientFor(workspaceId), channelId, message),
    postLiving: (workspaceId, channelId, message) =>
      postLivingReply(clientFor(workspaceId), channelId, message),
    edit: (workspaceId, place, message) => editReply(clientFor(workspaceId), place, message),
    respond,
  }
}

async function replacedBy(
  later: Promise<ModalView> | undefined,
  views: ReturnType<ClientFor>['views'],
  shown: { view?: { id?: string } },
  closed?: () => Promise<void>,
  stands?: (viewId: string) => Promise<void>,
): Promise<void> {
  if (!later) return
  const viewId = shown.view?.id ?? ''
  await stands?.(viewId)
  const view = await later
  await views.update({ view_id: viewId, view }).catch(async (fault: unknown) => {
    if (!isViewClosed(fault)) throw fault
    await closed?.()
  })
}

async function respond(responseUrl: string, message: RenderedMessage, replace: boolean): Promise<void> {
  let refusal = ''
  for (let form: ReturnType<typeof degrade> = message; form; form = degrade(form)) {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: replace, ...form }),
      signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
    })
    if (answer.ok) return
    refusal = (await answer.text()).slice(0, 200)
    if (!refusal.includes('invalid_blocks')) break
  }
  throw new Error(`Slack refused an ephemeral reply: ${refusal}`)
}
