// How the audit tells changes of teams, their days and leave.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { IsoDate } from '../../slack/dates.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import { type AuditKind, auditKind } from '../audit/flows/audit-kind.ts'
import type { AuditedDay, AuditedLeave } from '../domain/audit-changes.ts'
import type { HolidayPlace } from '../domain/calendar.ts'
import { JOIN_REQUEST_STATES } from '../domain/join-request.ts'
import { LEAVE_KINDS } from '../domain/leave-kind.ts'
import { LEAVE_REQUEST_STATES } from '../domain/leave-request.ts'
import { maySeeLeave } from '../domain/org-permissions.ts'
import { ROLE_MAX_LENGTH } from '../domain/own-role.ts'
import type { SetupRight } from '../domain/workspace-settings.ts'
import { placeName } from './country-and-zone-choices.ts'
import { dayText } from './days-form.ts'
import { leaveText } from './leave-form.ts'
import { monthName } from './month-name.ts'
import { roleName } from './role-choices.ts'

const Day = z.string().refine((text) => IsoDate.safeParse(text).success)
const Leave = z.object({
  ...{ from: Day, to: Day, part: z.enum(['whole', 'morning', 'afternoon']) },
  kind: z.enum(LEAVE_KINDS).optional(),
})
const TeamDay = z.object({ date: Day, kind: z.enum(['on', 'off', 'normal']) })
const Place = z.object({ channelId: z.string() })
const HomeTeam = z.object({ teamId: z.string() })
const Nothing = z.object({ before: z.null(), after: z.null() })

const TeamChange = z.object({ teamId: z.string(), channelId: z.string() }).nullable()

/** Of a request: it was made, somebody answered it, or it ended without an answer. */
function stepOf(state: string): 'asked' | 'answered' | 'over' {
  if (state === 'waiting') return 'asked'
  return state === 'accepted' || state === 'declined' ? 'answered' : 'over'
}
const JOINING_SAID = {
  asked: 'audit.join-asked',
  answered: 'audit.join-answered',
  over: 'audit.join-over',
} as const
const LEAVE_SAID = {
  asked: 'audit.leave-asked',
  answered: 'audit.leave-answered',
  over: 'audit.leave-over',
} as const

const leaveInWords = ({ from, to, part, kind = 'other' }: AuditedLeave, t: Translate): string =>
  leaveText({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to), part, kind }, null, t)

const Right = z.union([
  z.object({ who: z.enum(['everybody', 'admins']) }),
  z.object({ who: z.literal('named'), userIds: z.array(z.string()) }),
])

const rightInWords = (right: SetupRight, t: Translate): string =>
  right.who === 'named' ? right.userIds.map(mention).join(' ') : t(`workspace.${right.who}`)

const HolidaysOf = z.object({ country: z.string().nullable(), region: z.string().nullable() }).nullable()

const placeInWords = (place: HolidayPlace | null, t: Translate): string =>
  place ? placeName(place, t) : t('holidays.teams')

const FiscalYear = z.object({ month: z.int().min(1).max(12) })
const InRole = z.object({ role: z.string().max(ROLE_MAX_LENGTH) })
const RequestState = z.enum(JOIN_REQUEST_STATES)
const LeaveState = z.enum(LEAVE_REQUEST_STATES)

function dayKind({ kind }: AuditedDay, t: Translate): string {
  if (kind === 'normal') return t('audit.dayNormal')
  return t(kind === 'on' ? 'audit.dayOn' : 'audit.dayOff')
}

export const orgAuditKinds: readonly AuditKind[] = [
  auditKind({
    kind: 'team-created',
    sentence: 'audit.team-created',
    change: z.object({ before: z.null(), after: z.object({ channelId: z.string() }) }),
    describe: ({ after }) => [{ before: null, after: channelLink(after.channelId) }],
  }),
  auditKind({
    kind: 'member-added',
    sentence: 'audit.member-added',
    change: z.object({ before: z.null(), after: InRole }),
    describe: ({ after }, t) => [{ before: null, after: roleName(after.role, t) }],
  }),
  auditKind({
    kind: 'member-role',
    sentence: 'audit.member-role',
    change: z.object({ before: InRole, after: InRole }),
    describe: ({ before, after }, t) => [
      {
        before: roleName(before.role, t),
        after: roleName(after.role, t),
      },
    ],
  }),
  auditKind({
    kind: 'member-removed',
    sentence: 'audit.member-removed',
    change: z.object({ before: InRole, after: z.null() }),
    describe: ({ before }, t) => [{ before: roleName(before.role, t), after: null }],
  }),
  auditKind({
    kind: 'member-left',
    sentence: 'audit.member-left',
    change: z.object({ before: InRole, after: z.null() }),
    describe: ({ before }, t) => [{ before: roleName(before.role, t), after: null }],
  }),
  auditKind({
    kind: 'join-request',
    sentence: 'audit.join-over',
    sentenceOf: ({ after }) => JOINING_SAID[stepOf(after)],
    change: z.object({ before: z.literal('waiting').nullable(), after: RequestState }),
    describe: ({ before, after }, t) => [
      {
        before: before && t(`join-state.${before}`),
        after: t(`join-state.${after}`),
      },
    ],
  }),
  auditKind({
    kind: 'setup-right-changed',
    sentence: 'audit.setup-right-changed',
    change: z.object({ before: Right.nullable(), after: Right }),
    describe: ({ before, after }, t) => [
      {
        before: before && rightInWords(before, t),
        after: rightInWords(after, t),
      },
    ],
  }),
  auditKind({
    kind: 'fiscal-year-changed',
    sentence: 'audit.fiscal-year-changed',
    change: z.object({ before: FiscalYear, after: FiscalYear }),
    describe: ({ before, after }, t) => [
      { before: monthName(before.month, t), after: monthName(after.month, t) },
    ],
  }),
  auditKind({
    kind: 'leave-recorded',
    sentence: 'audit.leave-recorded',
    change: z.object({ before: z.null(), after: Leave }),
    describe: ({ after }, t) => [{ before: null, after: leaveInWords(after, t) }],
    personal: { permission: maySeeLeave, what: 'leave' },
  }),
  auditKind({
    kind: 'leave-cancelled',
    sentence: 'audit.leave-cancelled',
    change: z.object({ before: Leave, after: z.null() }),
    describe: ({ before }, t) => [{ before: leaveInWords(before, t), after: null }],
    personal: { permission: maySeeLeave, what: 'leave' },
  }),
  auditKind({
    kind: 'leave-request',
    sentence: 'audit.leave-over',
    sentenceOf: ({ after }) => LEAVE_SAID[stepOf(after)],
    change: z.object({ before: z.literal('waiting').nullable(), after: LeaveState }),
    describe: ({ before, after }, t) => [
      {
        before: before && t(`leave-state.${before}`),
        after: t(`leave-state.${after}`),
      },
    ],
    personal: { permission: maySeeLeave, what: 'leave' },
  }),
  auditKind({
    kind: 'home-team-moved',
    sentence: 'audit.home-team-moved',
    change: z.object({ before: HomeTeam, after: HomeTeam }),
  }),
  auditKind({
    kind: 'holidays-changed',
    sentence: 'audit.holidays-changed',
    change: z.object({ before: HolidaysOf, after: HolidaysOf }),
    describe: ({ before, after }, t) => [{ before: placeInWords(before, t), after: placeInWords(after, t) }],
  }),
  auditKind({
    kind: 'day-changed',
    announced: true,
    sentence: 'audit.day-changed',
    change: z.object({ before: TeamDay, after: TeamDay }),
    describe: ({ before, after }, t) => [
      {
        label: dayText(Temporal.PlainDate.from(after.date), t),
        ...{ before: dayKind(before, t), after: dayKind(after, t) },
      },
    ],
  }),
  auditKind({
    kind: 'team-moved',
    sentence: 'audit.team-moved',
    change: z.object({ before: Place, after: Place }),
    describe: ({ before, after }) => [
      { before: channelLink(before.channelId), after: channelLink(after.channelId) },
    ],
  }),
  auditKind({ kind: 'team-paused', sentence: 'audit.team-paused', change: Nothing }),
  auditKind({ kind: 'team-resumed', sentence: 'audit.team-resumed', change: Nothing }),
  auditKind({ kind: 'app-uninstalled', sentence: 'audit.app-uninstalled', change: Nothing }),
  auditKind({ kind: 'tokens-revoked', sentence: 'audit.tokens-revoked', change: Nothing }),
  auditKind({
    kind: 'manager-changed',
    sentence: 'audit.manager-changed',
    change: z.object({ before: z.string(), after: z.string() }),
    describe: ({ before, after }) => [{ before: mention(before), after: mention(after) }],
  }),
  auditKind({
    kind: 'delegate-changed',
    sentence: 'audit.delegate-changed',
    change: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
    describe: ({ before, after }) => [{ before: before && mention(before), after: after && mention(after) }],
  }),
  auditKind({
    kind: 'manager-kept',
    sentence: 'audit.manager-kept',
    change: z.object({ before: z.null(), after: z.null() }),
  }),
  auditKind({
    kind: 'parent-changed',
    sentence: 'audit.parent-changed',
    change: z.object({ before: TeamChange, after: TeamChange }),
    describe: ({ before, after }) => [
      {
        before: before && channelLink(before.channelId),
        after: after && channelLink(after.channelId),
      },
    ],
  }),
  auditKind({
    kind: 'last-resort-named',
    sentence: 'audit.last-resort-named',
    change: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
    describe: ({ before, after }) => [{ before: before && mention(before), after: after && mention(after) }],
  }),
  auditKind({
    kind: 'company-named',
    sentence: 'audit.company-named',
    change: z.object({ before: TeamChange, after: TeamChange }),
    describe: ({ before, after }) => [
      {
        before: before && channelLink(before.channelId),
        after: after && channelLink(after.channelId),
      },
    ],
  }),
]
