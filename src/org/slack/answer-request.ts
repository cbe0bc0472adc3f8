// Answers the press of a button below a request: what became of it stands in the message, and only a refusal is said.
import { z } from 'zod'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionRequest } from '../../slack/requests.ts'

export async function answerRequest(
  call: ActionRequest,
  answer: (requestId: string) => Promise<{ ok: true } | { ok: false; reason: 'not-asked' | 'over' }>,
): Promise<void> {
  const requestId = z.uuid().safeParse(call.value).data
  const answered = requestId ? await answer(requestId) : ({ ok: false, reason: 'not-asked' } as const)
  // On Home there is no message that shows it.
  if (call.channelId === null) await call.redrawHome()
  if (answered.ok) return
  await call.replyEphemeral(textMessage(call.t(answered.reason === 'over' ? 'join.over' : 'join.notAsked')))
}
