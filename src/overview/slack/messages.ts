// The kinds of messages of the overview, each with its subject, its facts and its rendering.
import { z } from 'zod'
import { ACTION_ITEMS } from '../../actions/slack/ids.ts'
import { REPORT_DUE_KINDS } from '../../checkins/reports/domain/report-kind.ts'
import { REPORT } from '../../checkins/reports/slack/ids.ts'
import { STANDUP_KIND } from '../../checkins/standup/domain/standup-kind.ts'
import { STANDUP } from '../../checkins/standup/slack/ids.ts'
import { messageKind } from '../../outbox/flows/message-kind.ts'
import { MORNING } from '../domain/morning.ts'
import { REPORT_DIGEST } from '../domain/report-digest.ts'
import { loadMorning } from '../flows/facts/morning.ts'
import { loadReportDigest } from '../flows/facts/report-digest.ts'
import { loadTeamsRollup } from '../flows/facts/teams-rollup.ts'
import { OVERVIEW } from './ids.ts'
import { renderMorning } from './morning-message.ts'
import { renderReportDigest } from './report-digest.ts'
import { renderTeamsRollup } from './teams-rollup.ts'

export const overviewMessages = [
  messageKind({
    kind: MORNING,
    subject: z.object({ date: z.iso.date() }),
    load: loadMorning,
    render: renderMorning,
    buttons: {
      [STANDUP.help]: { changes: 'as in the summary: taken on, solved, or withdrawn' },
      [OVERVIEW.answers]: { lasts: 'morning.notLeading' },
      [STANDUP.nudge]: {
        changes: 'the press itself, answers, leave',
        dueKinds: [STANDUP_KIND.dueKinds.close, STANDUP_KIND.dueKinds['member-close']],
      },
    },
  }),
  messageKind({
    kind: REPORT_DIGEST,
    subject: z.object({ checkin: z.string(), date: z.iso.date() }),
    load: loadReportDigest,
    render: renderReportDigest,
    buttons: {
      [REPORT.nudge]: {
        changes: 'the press itself, answers, leave',
        dueKinds: [REPORT_DUE_KINDS.close, REPORT_DUE_KINDS['member-close']],
      },
      [ACTION_ITEMS.change]: { changes: 'the last open request is done, dropped or taken back' },
      [OVERVIEW.reports]: { lasts: 'morning.notLeading' },
      [OVERVIEW.digestFigures]: { lasts: 'morning.notLeading' },
    },
  }),
  messageKind({
    kind: 'teams-rollup',
    subject: z.object({ from: z.string() }),
    load: loadTeamsRollup,
    render: renderTeamsRollup,
  }),
]
