// How the audit tells changes of teams, people and leave.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { IsoDate } from '../../slack/dates.ts'
import { type AuditKind, auditKind } from '../audit/flows/audit-kind.ts'
import type { AuditedLeave } from '../domain/audit-changes.ts'
import { leaveWhen } from './leave-form.ts'

const Day = z.string().refine((text) => IsoDate.safeParse(text).success)
const LeaveChange = z.object({ from: Day, to: Day, part: z.enum(['whole', 'morning', 'afternoon']) })

const leaveInWords = ({ from, to, part }: AuditedLeave, t: Translate): string =>
  leaveWhen({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to), part }, t)

export const orgAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'leave-recorded',
    sentence: 'audit.leave-recorded',
    change: z.object({ before: z.null(), after: LeaveChange }),
    describe: ({ after }, t) => ({ before: null, after: leaveInWords(after, t) }),
  }),
  auditKind({
    kind: 'leave-cancelled',
    sentence: 'audit.leave-cancelled',
    change: z.object({ before: LeaveChange, after: z.null() }),
    describe: ({ before }, t) => ({ before: leaveInWords(before, t), after: null }),
  }),
]
