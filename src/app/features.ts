// The list of all features, in the order in which they may import each other, and their joined contributions.
import { actions } from '../actions/feature.ts'
import { ai } from '../ai/feature.ts'
import { boards } from '../boards/feature.ts'
import { reports } from '../checkins/reports/feature.ts'
import { standup } from '../checkins/standup/feature.ts'
import { createTranslator, joinWords, type Words } from '../core/i18n/translate.ts'
import { words as coreWords } from '../core/words/words.ts'
import type { Feature } from '../feature.ts'
import { helpFeature } from '../help/feature.ts'
import { numbers } from '../numbers/feature.ts'
import { announcedChanges, audit } from '../org/audit/feature.ts'
import { joinAuditKinds } from '../org/audit/flows/audit-kind.ts'
import type { Permission } from '../org/domain/permissions.ts'
import { org } from '../org/feature.ts'
import { joinMessageKinds } from '../outbox/flows/message-kind.ts'
import { overview } from '../overview/feature.ts'
import { reviews } from '../reviews/feature.ts'
import { joinDueKinds } from '../schedule/flows/run-due.ts'
import { setup } from '../setup/feature.ts'
import { joinHandlers } from '../slack/join-handlers.ts'
import { words as slackWords } from '../slack/words/words.ts'
import { targets } from '../targets/feature.ts'
import { warnings } from '../warnings/feature.ts'
import { wins } from '../wins/feature.ts'

const FEATURES: readonly Feature[] = [
  org,
  audit,
  numbers,
  targets,
  wins,
  boards,
  actions,
  standup,
  reports,
  warnings,
  overview,
  reviews,
  ai,
  setup,
]

/** Joins the contributions of all features. Throws when two features use the same name. */
export function joinFeatures(listed: readonly Feature[]) {
  const auditKinds = joinAuditKinds(listed.flatMap(({ auditKinds }) => auditKinds ?? []))
  const features = [
    ...listed,
    announcedChanges(auditKinds),
    helpFeature({
      commands: listed.flatMap(({ commands }) => commands ?? []),
      lines: listed.flatMap(({ lines }) => lines ?? []),
      questions: listed.flatMap(({ questions }) => questions ?? []),
    }),
  ]
  const dueKinds = features.flatMap((feature) => feature.dueKinds ?? [])
  const words: Words = joinWords([coreWords, slackWords, ...features.map((feature) => feature.words)])
  return {
    words,
    translator: createTranslator(words),
    handlers: joinHandlers(features),
    messages: joinMessageKinds(features.flatMap(({ messages }) => messages ?? [])),
    permissions: joinPermissions(features.flatMap(({ permissions }) => permissions ?? [])),
    dueKinds: joinDueKinds(dueKinds),
    jobs: features.flatMap(({ jobs }) => jobs ?? []),
    home: features.flatMap(({ home }) => home ?? []),
    contributions: {
      auditKinds,
      reactions: features.flatMap(({ reactions }) => reactions ?? []),
      reportedDays: features.flatMap(({ reportedDays }) => reportedDays ?? []),
      besideSummary: features.flatMap(({ besideSummary }) => besideSummary ?? []),
      actionSources: features.flatMap(({ actionSources }) => actionSources ?? []),
      actionOrigins: features.flatMap(({ actionOrigins }) => actionOrigins ?? []),
      ownNumbers: features.flatMap(({ ownNumbers }) => ownNumbers ?? []),
      teamsBoards: features.flatMap(({ teamsBoard }) => teamsBoard ?? []),
      dealNotes: features.flatMap(({ dealNotes }) => dealNotes ?? []),
      reportDrafts: features.flatMap(({ draftReport }) => draftReport ?? []),
      repButtons: features.flatMap(({ repButtons }) => repButtons ?? []),
      teamButtons: features.flatMap(({ teamButtons }) => teamButtons ?? []),
      workspaceLines: features.flatMap(({ workspaceLines }) => workspaceLines ?? []),
      dayPlanners: features.flatMap(({ dayPlanners }) => dayPlanners ?? []),
      kindsOutsideDayPlans: dueKinds.filter((one) => one.outsideDayPlans).map(({ kind }) => kind),
    },
  }
}

function joinPermissions(permissions: readonly Permission[]): ReadonlyMap<string, Permission> {
  const joined = new Map<string, Permission>()
  for (const permission of permissions) {
    if (joined.has(permission.name)) throw new Error(`Two permissions are named ${permission.name}.`)
    joined.set(permission.name, permission)
  }
  return joined
}

export type Joined = ReturnType<typeof joinFeatures>

export const BOT: Joined = joinFeatures(FEATURES)
