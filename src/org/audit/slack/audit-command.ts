// `/kpi audit`: what was changed, newest first, page by page. Only the reader sees it.
import { z } from 'zod'
import { isSlackId } from '../../../slack/ids.ts'
import { readJson } from '../../../slack/json.ts'
import type { ActionHandler, CommandHandler } from '../../../slack/requests.ts'
import { personOrReply } from '../../slack/person-or-reply.ts'
import { listAudit } from '../flows/list-audit.ts'
import { auditMessage } from './audit-message.ts'

/** `u`: the person to whom the list is limited. `a` and `e`: the last event of the page before. */
const Page = z.object({
  u: z.string().refine(isSlackId).nullable(),
  a: z.iso.datetime().transform((text) => Temporal.Instant.from(text)),
  e: z.uuid(),
})
const FirstPage = z.object({ u: z.string().refine(isSlackId).nullable() })

export const auditCommand: CommandHandler = async (call, context) => {
  const { who, t, rest } = call
  const asked = { command: 'audit', nobody: t('audit.notUnderstood') }
  const meant = rest === '' ? null : await personOrReply(call, context, asked)
  if (rest !== '' && !meant) return
  const userId = meant?.userId ?? null
  call.reply(auditMessage(await listAudit(context, who, { userId, after: null }), who.zone, t))
}

/** The value can be forged: it only says where in the reader's own list to go on. */
export const turnAuditPage: ActionHandler = async (call, context) => {
  const { who, t, value } = call
  const page = readJson(value, Page)
  const userId = page?.u ?? readJson(value, FirstPage)?.u ?? null
  const after = page && { at: page.a, eventId: page.e }
  await call.replace(auditMessage(await listAudit(context, who, { userId, after }), who.zone, t))
}
