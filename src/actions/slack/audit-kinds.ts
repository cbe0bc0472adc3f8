// How the audit tells what others did with a person's action items.
import { z } from 'zod'
import { formatFullDate } from '../../core/i18n/format.ts'
import { type AuditKind, auditKind, type ChangeInWords } from '../../org/audit/flows/audit-kind.ts'
import { IsoDate } from '../../slack/dates.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { ACTION_STATES } from '../domain/action-item.ts'
import { mayChangeAction } from '../domain/permissions.ts'

const Audited = z.object({
  ownerUserId: z.string(),
  dueOn: z.string().refine((text) => IsoDate.safeParse(text).success),
  state: z.enum(ACTION_STATES),
})

const SENTENCES = {
  open: 'audit.action-changed',
  done: 'audit.action-done',
  dropped: 'audit.action-dropped',
} as const

export const actionsAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'action-item',
    sentence: 'audit.action-changed',
    sentenceOf: ({ before, after }) => (before === null ? 'audit.action-added' : SENTENCES[after.state]),
    change: z.object({ before: Audited.nullable(), after: Audited }),
    describe: ({ before, after }, t): ChangeInWords[] => {
      const dateOf = ({ dueOn }: { dueOn: string }) =>
        formatFullDate(Temporal.PlainDate.from(dueOn), t.locale)
      const due = { label: t('audit.actionDue'), before: before && dateOf(before), after: dateOf(after) }
      if (before === null) return [due]
      const owner = {
        label: t('audit.actionOwner'),
        before: mention(before.ownerUserId),
        after: mention(after.ownerUserId),
      }
      return [
        ...(before.dueOn === after.dueOn ? [] : [due]),
        ...(before.ownerUserId === after.ownerUserId ? [] : [owner]),
      ]
    },
    personal: { permission: mayChangeAction, what: 'plan' },
  }),
]
