// A user starts a global shortcut from Slack's menu.
import { eventTs } from '../delivery/events.ts'
import type { Json } from '../json.ts'
import { makeTrigger } from '../state/triggers.ts'
import type { ActionResult } from './block-actions.ts'
import { commonPayload, deliverInteraction, failureSentence } from './payload.ts'
import type { UserContext } from './user-context.ts'

/** Unlike other interactions, this payload has no app id and no display name of the user. */
function withoutApp({ api_app_id: _, user, ...payload }: Json): Json {
  const { name: __, ...person } = user as Json
  return { ...payload, user: person }
}

/** @param name as in the menu, or the callback id. Throws when the manifest has no such global shortcut. */
export async function startShortcut(context: UserContext, name: string): Promise<ActionResult> {
  const { platform, workspace, user } = context
  const shortcuts = platform.app.manifest.shortcuts.filter((one) => one.type === 'global')
  const shortcut = shortcuts.find((one) => one.name === name || one.callbackId === name)
  if (shortcut === undefined)
    throw new Error(
      `No shortcut is called "${name}"; there is ${shortcuts.map((one) => `"${one.name}"`).join(', ') || 'none'}.`,
    )
  const payload: Json = {
    type: 'shortcut',
    ...withoutApp(commonPayload(context)),
    action_ts: eventTs(platform),
    callback_id: shortcut.callbackId,
    trigger_id: makeTrigger(workspace, user.id, false),
  }
  const outcome = await deliverInteraction(context, payload)
  return outcome.acked ? { acked: true } : { acked: false, error: failureSentence(outcome.reason) }
}
