// Every action on a team, with forged ids of that team, and the roles that are allowed to do it.
import { ACTION_ITEMS } from '../../src/actions/slack/ids.ts'
import { AI_TEXT, MODEL } from '../../src/ai/slack/ids.ts'
import { BOARDS } from '../../src/boards/slack/ids.ts'
import { REPORT } from '../../src/checkins/reports/slack/ids.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import { sourceIdOf } from '../../src/numbers/db/activity.ts'
import { METRICS, NUMBERS, RATES } from '../../src/numbers/slack/ids.ts'
import { LOG_DATE_BLOCK } from '../../src/numbers/slack/log-form.ts'
import { AUDIT } from '../../src/org/audit/slack/ids.ts'
import { JOINING, LEAD, LEAVE_REQUEST_BUTTONS, TEAM, TEAM_SETUP, WORKSPACE } from '../../src/org/slack/ids.ts'
import { OVERVIEW } from '../../src/overview/slack/ids.ts'
import { causeMark } from '../../src/reviews/flows/write-review.ts'
import { REVIEWS } from '../../src/reviews/slack/ids.ts'
import { NO_PARENT } from '../../src/setup/slack/setup-choices.ts'
import { ASK_QUESTION } from '../../src/slack/ask-buttons.ts'
import { uuidOf } from '../../src/slack/digest.ts'
import { RUN_NEAREST } from '../../src/slack/receivers/dispatch.ts'
import type { FormState } from '../../src/slack/requests.ts'
import { TARGETS } from '../../src/targets/slack/ids.ts'
import { RULES, WARNINGS } from '../../src/warnings/slack/ids.ts'
import type { Move } from './listeners.ts'
import type { Holding, Role } from './world.ts'

export interface Case {
  name: string
  move: Move
  /** Roles whose action changes the team's data. */
  changes: readonly Role[]
  /** Roles that are shown data of the team. */
  sees: readonly Role[]
}

const MEMBERS: Role[] = ['rep', 'another rep', 'guest who is a member']
const UNANSWERED: Role[] = ['another rep', 'guest who is a member']
/** To whom Home shows something of the team. */
const OWN_HOME: Role[] = [...MEMBERS, 'manager', 'director']
const HOME_DRAWN: Role[] = [...UNANSWERED, 'manager', 'director']
const STEERING: Role[] = ['manager', 'admin']
const WATCHING: Role[] = [...MEMBERS, 'manager', 'director']
/** The manager, who does not report, is told that she leads the team. */
const NAMED: Role[] = [...MEMBERS, 'manager']
/** The manager of the team above, and an admin. */
const ABOVE: Role[] = ['director', 'admin']
const TARGETING: Role[] = ['manager', 'director']
const NOBODY: Role[] = []
/** The form names the team; the manager's does not, who has one alone. */
const RAISING: Role[] = [...MEMBERS, 'director']
/** The other rep has raised a risk of the team. */
const RISKING: Role[] = ['another rep', 'manager', 'director']
/** The rep is warned. */
const WARNED: Role[] = ['rep', 'manager', 'director']
/** Admins see settings, and change none that are about what people reach. */
const RULES_SEEN: Role[] = [...MEMBERS, 'manager', 'director', 'admin']
/** The rep raised the blocker, and asked the rep of another team for help. */
const HELPING: Role[] = ['another rep', 'guest who is a member', 'manager', 'director', 'rep of another team']
const SOLVING: Role[] = ['rep', 'manager', 'rep of another team']
/** The rep's own action item. */
const ON_ITEM: Role[] = ['rep', 'manager', 'director']
/** Who sees what was changed of the rep's numbers, values included. An admin sees only that it was. */
const AUDITED: Role[] = ['rep', 'manager', 'director']

/** Only the rep is told. */
const REP_ALONE = { tell: 'rep', answer: 'none', repeats: 'none', lastResort: false }
const PROCEDURE = { blue: REP_ALONE, yellow: REP_ALONE, red: REP_ALONE }

export function casesFor(team: Holding): Case[] {
  return [...commands(team), ...clicks(team), ...forms(team), ...elsewhere()]
}

function commands({ channelId, repUserId }: Holding): Case[] {
  const typed = (text: string, changes: Role[], sees: Role[]): Case => ({
    name: `/kpi ${text}`,
    move: { kind: 'command', text, channelId },
    changes,
    sees,
  })
  return [
    typed('setup', NOBODY, STEERING),
    typed('members', NOBODY, STEERING),
    typed('metrics', NOBODY, STEERING),
    typed('target', NOBODY, WATCHING),
    typed('target history', NOBODY, WATCHING),
    typed('target company', NOBODY, NOBODY),
    typed('target table', NOBODY, MEMBERS),
    typed('days', NOBODY, STEERING),
    typed('team', NOBODY, TARGETING),
    typed('rules', NOBODY, RULES_SEEN),
    typed('risks', NOBODY, [...WARNED, 'another rep']),
    typed('risks-report', NOBODY, NOBODY),
    typed('risk', NOBODY, RAISING),
    typed('risk Acme may leave', NOBODY, RAISING),
    typed('team last week', NOBODY, TARGETING),
    typed('teams', NOBODY, ['director']),
    typed('review', NOBODY, TARGETING),
    typed(`rep <@${repUserId}>`, NOBODY, TARGETING),
    typed('leave', NOBODY, ['rep', 'manager']),
    typed('todo', NOBODY, ['rep', 'manager', 'rep of another team']),
    typed(`todo <@${repUserId}> call tomorrow`, [...MEMBERS, ...TARGETING], NOBODY),
    typed('workspace', NOBODY, NOBODY),
    typed('rates', NOBODY, NOBODY),
    typed('leave-team', NOBODY, MEMBERS),
    typed('standup', NOBODY, NAMED),
    typed('report', NOBODY, NAMED),
    typed('report last week', NOBODY, ['rep']),
    typed('insight', NOBODY, WATCHING),
    typed('insight insight', NOBODY, WATCHING),
    typed('log', NOBODY, NAMED),
    typed('log calls 5', MEMBERS, ['manager']),
    typed('undo', ['rep'], ['rep', 'manager']),
    typed('board', NOBODY, WATCHING),
    typed('board month', NOBODY, WATCHING),
    typed('me', NOBODY, NAMED),
    typed(`correct <@${repUserId}>`, NOBODY, ['manager']),
    typed('audit', NOBODY, AUDITED),
    typed(`audit <@${repUserId}>`, NOBODY, AUDITED),
    typed('seen', NOBODY, NOBODY),
    typed('privacy', NOBODY, ['manager']),
    typed('help', NOBODY, NOBODY),
    typed('hello', NOBODY, NOBODY),
    typed('weekly-meeting', NOBODY, NOBODY),
  ]
}

function clicks(team: Holding): Case[] {
  const { teamId, channelId, repUserId } = team
  const click = (
    actionId: string,
    of: { value?: string; metadata?: object; state?: FormState; channel?: true },
    changes: readonly Role[],
    sees: readonly Role[],
  ): Case => ({
    name: `${actionId.split('#')[0]} ${of.value?.slice(0, 12) ?? ''}`,
    move: {
      kind: 'action',
      actionId,
      ...(of.value === undefined ? {} : { value: of.value }),
      ...(of.channel ? { channelId } : {}),
      ...(of.metadata
        ? { view: { metadata: JSON.stringify(of.metadata), ...(of.state ? { state: of.state } : {}) } }
        : {}),
    },
    changes,
    sees,
  })
  /** In the message, and on Home, where one's own is drawn anew. */
  const requested = (actionId: string, value: string, changes: readonly Role[]): Case[] => [
    click(actionId, { value, channel: true }, changes, NOBODY),
    click(actionId, { value }, changes, OWN_HOME),
  ]
  const board = JSON.stringify({ team: teamId, period: 'day', from: team.numbersDate })
  const kept = { team: teamId, date: team.standupDate, values: { calls: 3 }, key: crypto.randomUUID() }
  const asked = JSON.stringify({
    ...{ line: 'calls 5', team: teamId, date: team.standupDate, key: crypto.randomUUID(), picks: {} },
  })
  const standup = JSON.stringify({ team: teamId, date: team.standupDate })
  const report = JSON.stringify({ team: teamId, checkin: 'weekly', date: team.standupDate })
  const reported = { team: teamId, checkin: 'weekly', date: team.reportDate }
  const [answered, silent] = team.memberIds as [string, string]
  const ofReport = { ...reported, seen: [answered, 1] }
  const draftable = {
    ...{ team: teamId, checkin: 'weekly', date: team.standupDate, revision: 0, asked: {}, home: false },
    ...{ support: { owner: 'U0STAN', due: team.standupDate }, draft: 'offered' },
  }
  const answers = { team: teamId, date: team.standupDate, seen: [[team.memberIds[0], 1]] }
  const log = { team: teamId, date: team.standupDate, asked: {} }
  const logDate = {
    [NUMBERS.logDate]: { type: 'static_select', selected_option: { value: team.numbersDate } },
  }
  const correct = { team: teamId, user: repUserId, date: team.numbersDate, metric: 'own-1', asked: {} }
  const metrics = { teamId, role: 'hunter' }
  const offered = JSON.stringify({ member: team.memberIds[1], from: '2026-03-01', metric: 'own-1' })
  const rates = { year: '2026-01-01', reporting: 'USD' }
  const auditPage = JSON.stringify({ u: repUserId, a: '2099-01-01T00:00:00Z', e: crypto.randomUUID() })
  const sideBySide = JSON.stringify({ kind: 'month', date: '2026-03-03', order: 'attainment', page: 0 })
  const reviewed = JSON.stringify({ team: teamId, kind: 'month', date: team.numbersDate })
  const teamPage = JSON.stringify({ team: teamId, kind: 'month', date: team.numbersDate, page: 0 })
  const proposal = JSON.stringify({ team: teamId, above: team.proposedTeamId })
  const draft = targetDraft(teamId)
  return [
    click(BOARDS.myPlace, { value: board }, NOBODY, WATCHING),
    click(TARGETS.paste, { value: teamId, metadata: { team: teamId } }, NOBODY, NOBODY),
    click(TARGETS.seeParts, { value: '', metadata: draft }, NOBODY, TARGETING),
    click(TARGETS.turnParts, { value: JSON.stringify({ ...draft, page: 0 }) }, NOBODY, TARGETING),
    click(TARGETS.why, { value: teamId, channel: true }, NOBODY, MEMBERS),
    click(TARGETS.why, { value: `${teamId} ${repUserId}`, channel: true }, NOBODY, ['rep', ...TARGETING]),
    click(NUMBERS.undo, { value: team.lineKey }, ['rep'], NOBODY),
    click(NUMBERS.undoChosen, { value: sourceIdOf(team.lineKey) }, ['rep'], NOBODY),
    click(NUMBERS.keep, { value: JSON.stringify(kept) }, MEMBERS, NOBODY),
    click(NUMBERS.choose, { value: asked }, MEMBERS, NOBODY),
    click(NUMBERS.openLog, { value: 'log', channel: true }, NOBODY, NAMED),
    click(BOARDS.show, { channel: true }, NOBODY, WATCHING),
    click(TEAM.membersOf, { value: teamId }, NOBODY, STEERING),
    click(TEAM.daysOf, { value: teamId }, NOBODY, STEERING),
    click(RULES.rulesOf, { value: teamId }, NOBODY, RULES_SEEN),
    click(METRICS.metricsOf, { value: teamId }, NOBODY, STEERING),
    click(TARGETS.lower, { value: offered, channel: true }, NOBODY, ['manager']),
    click(TARGETS.targetOf, { value: `${teamId} history` }, NOBODY, TARGETING),
    click(BOARDS.choose, { value: `${teamId} month` }, NOBODY, WATCHING),
    click(OVERVIEW.chooseTeam, { value: `${teamId} this month` }, NOBODY, TARGETING),
    click(OVERVIEW.showTeam, { value: teamPage, channel: true }, NOBODY, TARGETING),
    click(REVIEWS.chooseTeam, { value: `${teamId} last month` }, NOBODY, TARGETING),
    click(REVIEWS.show, { value: reviewed, channel: true }, NOBODY, TARGETING),
    click(REVIEWS.open, { value: reviewed, channel: true }, NOBODY, TARGETING),
    click(REVIEWS.write, { value: reviewed, channel: true }, NOBODY, TARGETING),
    click(REVIEWS.agenda, { value: reviewed, channel: true }, TARGETING, NOBODY),
    click(REVIEWS.minutes, { value: reviewed, channel: true }, NOBODY, TARGETING),
    click(OVERVIEW.showTeams, { value: sideBySide, channel: true }, NOBODY, ['director']),
    click(OVERVIEW.teamsCsv, { value: sideBySide, channel: true }, NOBODY, ['director']),
    click(OVERVIEW.whySum, { value: teamPage, channel: true }, NOBODY, TARGETING),
    click(OVERVIEW.csv, { value: teamPage, channel: true }, NOBODY, TARGETING),
    click(STANDUP.preview, { value: teamId }, NOBODY, ['manager', 'director', 'admin']),
    click(STANDUP.nudge, { value: standup }, TARGETING, NOBODY),
    click(REPORT.nudge, { value: report }, TARGETING, NOBODY),
    click(OVERVIEW.answers, { value: standup }, NOBODY, TARGETING),
    click(OVERVIEW.read, { value: team.memberIds[0]!, metadata: answers }, TARGETING, TARGETING),
    click(OVERVIEW.read, { value: 'all', metadata: answers }, TARGETING, TARGETING),
    click(OVERVIEW.comment, { value: team.memberIds[0]!, metadata: answers }, NOBODY, TARGETING),
    click(OVERVIEW.reports, { value: JSON.stringify(reported), channel: true }, NOBODY, TARGETING),
    click(OVERVIEW.reports, { value: 'all', metadata: ofReport }, NOBODY, TARGETING),
    click(OVERVIEW.report, { value: answered, metadata: { ...reported, seen: null } }, NOBODY, TARGETING),
    click(OVERVIEW.reportRead, { value: answered, metadata: ofReport }, TARGETING, TARGETING),
    click(OVERVIEW.reportComment, { value: answered, metadata: ofReport }, NOBODY, NOBODY),
    click(OVERVIEW.reportAsk, { value: answered, metadata: ofReport }, NOBODY, NOBODY),
    click(OVERVIEW.reportAsk, { value: silent, metadata: { ...reported, seen: null } }, NOBODY, NOBODY),
    click(OVERVIEW.digestFigures, { value: report, channel: true }, NOBODY, TARGETING),
    click(LEAD.nameManager, { value: teamId }, NOBODY, ABOVE),
    click(LEAD.nameDelegate, { value: teamId }, NOBODY, ABOVE),
    click(LEAD.keep, { value: teamId }, ABOVE, NOBODY),
    click(LEAD.agree, { value: proposal }, ['manager'], NOBODY),
    click(LEAD.decline, { value: proposal }, ['manager'], NOBODY),
    ...requested(LEAVE_REQUEST_BUTTONS.accept, team.leaveRequestId, ['manager']),
    ...requested(LEAVE_REQUEST_BUTTONS.decline, team.leaveRequestId, ['manager']),
    ...requested(JOINING.accept, team.joinRequestId, ['manager']),
    ...requested(JOINING.decline, team.joinRequestId, ['manager']),
    ...requested(JOINING.accept, team.passedOnRequestId, ['admin']),
    ...requested(JOINING.decline, team.passedOnRequestId, ['admin']),
    // It shows nothing of a team; to whom it opens is told in the tests of new teams.
    click(WORKSPACE.open, { value: 'open' }, NOBODY, NOBODY),
    // Nothing of a team either: currencies and rates of the workspace.
    click(RATES.year, { value: '2026-01-01', metadata: rates }, NOBODY, NOBODY),
    click(RATES.reporting, { value: 'USD', metadata: rates }, NOBODY, NOBODY),
    click(NUMBERS.showMine, { channel: true }, NOBODY, NAMED),
    click(NUMBERS.logTeam, { value: teamId, metadata: log }, NOBODY, MEMBERS),
    click(NUMBERS.logDate, { metadata: log, state: { [LOG_DATE_BLOCK]: logDate } }, NOBODY, MEMBERS),
    click(NUMBERS.correctDate, { metadata: correct }, NOBODY, ['manager']),
    click(NUMBERS.correctMetric, { metadata: correct }, NOBODY, ['manager']),
    click(TEAM_SETUP.open, { value: channelId }, NOBODY, STEERING),
    click(
      TEAM_SETUP.moreOptions,
      { value: 'more', metadata: { channelId, teamId, more: false } },
      NOBODY,
      STEERING,
    ),
    click(TEAM.toMembers, { value: teamId }, NOBODY, STEERING),
    click(METRICS.toMetrics, { value: teamId }, NOBODY, STEERING),
    click(METRICS.role, { value: 'hunter', metadata: metrics }, NOBODY, STEERING),
    click(METRICS.menu, { value: 'edit own-1', metadata: metrics }, NOBODY, STEERING),
    click(METRICS.menu, { value: 'off visits', metadata: metrics }, STEERING, STEERING),
    click(METRICS.add, { value: 'hunter', metadata: metrics }, NOBODY, NOBODY),
    // The catalogue is the company's, and shows nothing of a team.
    click(METRICS.adopt, { value: 'hunter', metadata: metrics }, NOBODY, NOBODY),
    click(METRICS.catalogue, { value: 'hunter', metadata: metrics }, NOBODY, NOBODY),
    click(METRICS.addRole, { value: 'hunter', metadata: metrics }, NOBODY, NOBODY),
    click(METRICS.define, { value: 'own-1', metadata: metrics }, NOBODY, NOBODY),
    click(TEAM.cancelLeave, { value: team.leaveId, metadata: {} }, ['rep', 'manager'], ['rep', 'manager']),
    click(
      TEAM.withdrawLeave,
      { value: team.askedLeaveId, metadata: {} },
      ['another rep'],
      ['rep', 'manager'],
    ),
    click(
      TEAM.undoLeave,
      { value: JSON.stringify({ leave: team.leaveId }) },
      ['rep', 'manager'],
      ['rep', 'manager'],
    ),
    click(TEAM.undoLeave, { value: JSON.stringify({ asked: team.askedLeaveId }) }, ['another rep'], NOBODY),
    // It shows names of countries, and people only where somebody has other holidays than the team's.
    click(TEAM.toHolidays, { value: teamId, metadata: {} }, NOBODY, NOBODY),
    click(TEAM.toHomeTeam, { value: 'open', metadata: {} }, NOBODY, NOBODY),
    click(TEAM.normalDay, { value: '2026-03-07', metadata: { teamId } }, STEERING, STEERING),
    click(AUDIT.page, { value: auditPage, channel: true }, NOBODY, AUDITED),
    click(STANDUP.open, { value: standup, channel: true }, NOBODY, MEMBERS),
    // The rep has answered; where nothing is logged the form opens.
    click(STANDUP.asPlanned, { value: standup, channel: true }, NOBODY, UNANSWERED),
    click(REPORT.open, { value: report, channel: true }, NOBODY, MEMBERS),
    // Where nothing is known of the week the form opens.
    click(REPORT.asItStands, { value: report, channel: true }, ['rep'], UNANSWERED),
    click(REPORT.snooze, { value: report, channel: true }, MEMBERS, NOBODY),
    click(REPORT.offToday, { value: report, channel: true }, MEMBERS, NOBODY),
    click(REPORT.draft, { metadata: draftable }, NOBODY, MEMBERS),
    click(AI_TEXT.coach, { value: repUserId, channel: true }, NOBODY, TARGETING),
    click(AI_TEXT.sumUp, { value: teamPage, channel: true }, NOBODY, TARGETING),
    click(REPORT.turnInsights, { value: '{"typed":"insight","page":0}', channel: true }, NOBODY, WATCHING),
    click(STANDUP.offToday, { value: standup, channel: true }, UNANSWERED, NOBODY),
    click(STANDUP.snooze, { value: standup, channel: true }, UNANSWERED, NOBODY),
    // Boxes that are not one's own: one's own Home is drawn anew.
    click(`${STANDUP.tick}#${teamId} ${team.planMark}`, { value: team.planItemId }, ['rep'], HOME_DRAWN),
    ...[WARNINGS.takeOn, WARNINGS.putOff, WARNINGS.noRisk].map((id) =>
      click(id, { value: team.episodeId, channel: true }, NOBODY, NOBODY),
    ),
    click(RULES.edit, { value: teamId, metadata: { teamId } }, NOBODY, TARGETING),
    click(RULES.add, { value: teamId }, NOBODY, TARGETING),
    click(RULES.remove, { value: teamId, metadata: { teamId, key: teamId } }, TARGETING, TARGETING),
    click(
      RULES.tryOut,
      {
        ...{ value: 'try', metadata: { teamId, key: 'silence' } },
        state: { blue: { field: { type: 'plain_text_input', value: '1' } } },
      },
      NOBODY,
      TARGETING,
    ),
    ...[RULES.lower, RULES.lowerInMessage].map((id) =>
      click(
        `${id}#${teamId}`,
        { value: JSON.stringify({ teamId, ruleId: teamId, stamp: 'new true' }), channel: true },
        TARGETING,
        NOBODY,
      ),
    ),
    click(RULES.procedure, { value: teamId }, NOBODY, TARGETING),
    click(
      `${RULES.choose}#red answer`,
      { value: '4h', metadata: { teamId, choice: PROCEDURE } },
      NOBODY,
      TARGETING,
    ),
    click(WARNINGS.list, { value: '', channel: true }, NOBODY, [...WARNED, 'another rep']),
    click(WARNINGS.matrix, { value: 'matrix', channel: true }, NOBODY, RISKING),
    click(WARNINGS.solve, { value: team.riskId, channel: true }, NOBODY, NOBODY),
    click(WARNINGS.rate, { value: team.riskId, channel: true }, NOBODY, RISKING),
    click(WARNINGS.raise, { value: 'raise', channel: true }, NOBODY, RAISING),
    click(WARNINGS.details, { value: team.riskId, channel: true }, NOBODY, RISKING),
    click(WARNINGS.details, { value: team.episodeId, channel: true }, NOBODY, WARNED),
    click(STANDUP.help, { value: team.blockerId, channel: true }, HELPING, NOBODY),
    click(STANDUP.solved, { value: team.blockerId, channel: true }, SOLVING, NOBODY),
    click(STANDUP.blockerMenu, { value: `help ${team.blockerId}`, channel: true }, HELPING, NOBODY),
    click(STANDUP.blockerMenu, { value: `solved ${team.blockerId}`, channel: true }, SOLVING, NOBODY),
    click(ACTION_ITEMS.done, { value: `message action ${team.actionId}`, channel: true }, ON_ITEM, NOBODY),
    click(ACTION_ITEMS.change, { value: `list action ${team.actionId}`, channel: true }, NOBODY, ON_ITEM),
    click(RUN_NEAREST, { value: 'board', channel: true }, NOBODY, WATCHING),
    click(RUN_NEAREST, { value: 'members', channel: true }, NOBODY, STEERING),
    click(ASK_QUESTION, { value: 'How is my team doing?', channel: true }, NOBODY, TARGETING),
    // On Home: the answer stands in a form.
    click(ASK_QUESTION, { value: 'How is my team doing?' }, NOBODY, TARGETING),
    click(MODEL.requests, { value: auditPage, channel: true }, NOBODY, ['manager']),
    click(MODEL.workspace, { value: 'off', channel: true }, NOBODY, NOBODY),
    click(MODEL.budget, { value: 'budget', channel: true }, NOBODY, NOBODY),
    click(MODEL.openSwitch, { value: 'workspace', metadata: {} }, NOBODY, NOBODY),
    click(MODEL.openSwitch, { value: teamId, metadata: {} }, NOBODY, NOBODY),
    click(MODEL.team, { value: `${team.teamId} off`, channel: true }, STEERING, ['manager']),
  ]
}

const text = (value: string) => ({ field: { type: 'plain_text_input', value } })
const number = (value: string) => ({ number: { type: 'number_input', value } })
const chosen = (value: string) => ({ field: { type: 'static_select', selected_option: { value } } })
const picked = (selected_date: string) => ({ field: { type: 'datepicker', selected_date } })

function forms(team: Holding): Case[] {
  const { teamId, channelId, repUserId } = team
  const form = (
    callbackId: string,
    metadata: object,
    state: FormState,
    changes: readonly Role[],
    sees: readonly Role[] = NOBODY,
  ): Case => ({
    name: `submit ${callbackId} ${Object.keys(state).join(' ')}`.trimEnd(),
    move: { kind: 'submit', callbackId, metadata: JSON.stringify(metadata), state },
    changes,
    sees,
  })
  const log = { team: teamId, date: team.standupDate, asked: {} }
  const someone = { field: { type: 'users_select', selected_user: 'U0STAN' } }
  const scope = `${teamId.slice(0, 8)}:${team.standupDate}`
  const correct = { team: teamId, user: repUserId, date: team.numbersDate, metric: 'own-1', asked: {} }
  const standup = { team: teamId, date: team.standupDate, revision: 9, asked: {}, solved: [], home: false }
  const report = {
    ...{ team: teamId, checkin: 'weekly', date: team.standupDate, revision: 0, asked: {}, home: false },
    support: { owner: 'U0STAN', due: team.standupDate },
  }
  const ofReport = { team: teamId, checkin: 'weekly', date: team.reportDate, seen: [team.memberIds[0], 1] }
  const seven = { [`number:${scope}:calls`]: number('7') }
  const draft = targetDraft(teamId)
  const target = { ...draft, split: 'weights' }
  const firstTarget = {
    ...{ metric: chosen('own-1'), period: chosen('month 2026-03-01'), value: text('500') },
    ...{ split: chosen('equal'), reason: text('more') },
  }
  const lines = `${repUserId}\town-1\t2026-03\t500`
  const pasted = { table: text(lines), reason: text('more') }
  const digest = uuidOf(`${lines}\nmore`)
  const weights = Object.fromEntries(team.memberIds.map((memberId) => [`weight:${memberId}`, text('2')]))
  const keptForm = { metadata: JSON.stringify(log), state: seven, asked: {} }
  const corrected = {
    [`number:own-1:${team.numbersDate}:own-1`]: number('5'),
    'correct:reason': text('typo'),
  }
  const risk = { text: text('May leave'), probability: chosen('2'), impact: chosen('2') }
  const setup = { channelId, teamId, more: true }
  const keptStandup = {
    ...{ metadata: JSON.stringify(standup), state: { plan: text('mine now') }, asked: {} },
  }
  const reviewed = { team: teamId, kind: 'month', date: team.numbersDate }
  return [
    form(
      WARNINGS.takeOnForm,
      { episode: team.episodeId },
      { action: text('Call'), until: picked('2026-03-05') },
      TARGETING,
    ),
    form(WARNINGS.putOffForm, { episode: team.episodeId }, { until: picked('2026-03-05') }, TARGETING),
    form(
      WARNINGS.raiseForm,
      { risk: uuidOf(`raised about ${repUserId}`) },
      {
        ...risk,
        about: chosen(`me ${teamId}`),
        person: { field: { type: 'users_select', selected_user: repUserId } },
      },
      MEMBERS,
    ),
    form(
      WARNINGS.raiseForm,
      { risk: uuidOf('raised about the rep'), team: teamId },
      { ...risk, person: { field: { type: 'users_select', selected_user: repUserId } } },
      ['rep', ...TARGETING],
    ),
    form(WARNINGS.raiseForm, { risk: uuidOf('raised about the team'), team: teamId }, risk, [
      ...[...MEMBERS, ...TARGETING],
    ]),
    form(WARNINGS.solveForm, { episode: team.riskId }, { note: text('Signed') }, RISKING),
    form(
      WARNINGS.rateForm,
      { episode: team.riskId },
      { probability: chosen('5'), impact: chosen('5') },
      RISKING,
    ),
    form(WARNINGS.noRiskForm, { episode: team.episodeId }, { note: text('Signed') }, TARGETING),
    form(MODEL.switchForm, { teamId: null }, { model: chosen('off') }, NOBODY),
    form(MODEL.switchForm, { teamId }, { model: chosen('off') }, STEERING),
    form(MODEL.budgetForm, {}, { tokens: text('500,000') }, NOBODY),
    form(RULES.addForm, { teamId }, { what: chosen('trend own-1') }, NOBODY, TARGETING),
    form(RULES.form, { teamId, key: teamId }, { red: text('9') }, TARGETING, TARGETING),
    form(RULES.procedureForm, { teamId, choice: PROCEDURE }, {}, TARGETING, TARGETING),
    form(NUMBERS.logForm, log, seven, MEMBERS),
    form(NUMBERS.keepLog, { viewId: 'V0FORM', digest: 'seven', ...keptForm }, {}, MEMBERS),
    form(NUMBERS.correctForm, correct, corrected, ['manager']),
    form(
      NUMBERS.keepCorrection,
      { viewId: 'V0FORM', digest: 'five', metadata: JSON.stringify(correct), state: corrected, asked: {} },
      {},
      ['manager'],
    ),
    form(TARGETS.form, { team: teamId }, firstTarget, NOBODY, TARGETING),
    form(TARGETS.weightsForm, target, {}, NOBODY, NOBODY),
    form(TARGETS.weightsForm, target, weights, NOBODY, TARGETING),
    form(TARGETS.previewForm, draft, {}, TARGETING, NOBODY),
    form(TARGETS.cascadeWeights, target, {}, NOBODY, NOBODY),
    form(TARGETS.cascadeWeights, target, { [`weight:${teamId}`]: text('2') }, NOBODY, TARGETING),
    form(TARGETS.cascadePreview, { ...draft, version: team.cascadeVersion }, {}, TARGETING, NOBODY),
    form(TARGETS.tableForm, { team: teamId, shown: null }, pasted, NOBODY, TARGETING),
    form(TARGETS.tablePreview, { team: teamId, shown: null }, pasted, NOBODY, TARGETING),
    form(TARGETS.tablePreview, { team: teamId, shown: { digest, versions: '1' } }, pasted, TARGETING, NOBODY),
    form(LEAD.managerForm, { teamId }, { chosen: someone }, ABOVE, ABOVE),
    form(LEAD.delegateForm, { teamId }, { chosen: someone }, ABOVE, ABOVE),
    form(TEAM_SETUP.form, { channelId, teamId, more: false }, { name: text('Renamed') }, STEERING),
    form(TEAM_SETUP.form, setup, { manager: someone }, STEERING, STEERING),
    form(TEAM_SETUP.form, setup, { delegate: someone }, STEERING, STEERING),
    form(TEAM_SETUP.form, setup, { parent: chosen(NO_PARENT) }, STEERING, STEERING),
    form(WORKSPACE.form, {}, { who: chosen('admins') }, ['admin']),
    form(WORKSPACE.form, {}, { who: chosen('admins'), 'last-resort': someone }, ['admin']),
    form(RATES.form, { year: '2026-01-01', reporting: 'USD' }, { 'rate:EUR:2026-01-01:USD': text('1.16') }, [
      'admin',
    ]),
    form(
      TEAM.membersForm,
      { teamId },
      {
        place: { field: { type: 'multi_users_select', selected_users: ['U0STAN'] } },
        role: chosen('hunter'),
      },
      STEERING,
      STEERING,
    ),
    form(TEAM.leaveTeamForm, { teamId }, {}, MEMBERS, MEMBERS),
    form(METRICS.form, { teamId, role: 'hunter', key: 'calls' }, { name: text('Dials') }, STEERING, STEERING),
    form(
      METRICS.roleForm,
      { teamId, role: 'hunter' },
      {
        name: text('Closer'),
        adopted: { field: { type: 'multi_static_select', selected_options: [{ value: 'own-1' }] } },
      },
      STEERING,
      STEERING,
    ),
    form(
      METRICS.adoptForm,
      { teamId, role: 'hunter' },
      { adopted: { field: { type: 'multi_static_select', selected_options: [{ value: 'quotes' }] } } },
      STEERING,
      STEERING,
    ),
    // Teams count it that are not below the director.
    form(
      METRICS.definitionForm,
      { teamId, role: 'hunter', key: 'own-1' },
      { 'name:en': text('Demos'), layer: chosen('process'), retired: chosen('no') },
      ['admin'],
      ['admin'],
    ),
    form(
      METRICS.ownForm,
      { teamId, role: 'hunter' },
      { name: text('Demos'), unit: chosen('count'), decimals: chosen('0') },
      STEERING,
      STEERING,
    ),
    form(
      TEAM.leaveForm,
      {},
      { who: { field: { type: 'users_select', selected_user: repUserId } }, from: picked('2026-06-01') },
      ['rep', 'manager'],
      ['rep', 'manager'],
    ),
    form(
      TEAM.holidaysForm,
      { teamId },
      {
        who: { field: { type: 'users_select', selected_user: repUserId } },
        country: chosen('US'),
      },
      STEERING,
      NOBODY,
    ),
    form(
      TEAM.leaveConfirm,
      { userId: repUserId, from: '2026-06-01', to: '2026-06-01', part: 'whole', kind: 'sick' },
      {},
      ['rep', 'manager'],
      ['rep', 'manager'],
    ),
    // The rep is in this team alone: there is nothing to move, whoever forges it.
    form(TEAM.homeTeamForm, {}, { 'home-team': chosen(`${repUserId} ${crypto.randomUUID()}`) }, NOBODY),
    form(TEAM.daysForm, { teamId }, { date: picked('2026-03-10'), kind: chosen('off') }, STEERING, STEERING),
    form(
      OVERVIEW.commentForm,
      { team: teamId, date: team.standupDate, seen: [[team.memberIds[0], 1]] },
      { comment: text('Well done') },
      TARGETING,
      TARGETING,
    ),
    form(OVERVIEW.reportCommentForm, ofReport, { comment: text('Well done') }, TARGETING, TARGETING),
    form(
      OVERVIEW.reportAskForm,
      ofReport,
      { question: text('Why?'), until: picked('2026-03-06') },
      TARGETING,
      TARGETING,
    ),
    form(
      ACTION_ITEMS.form,
      { id: team.actionId, place: 'list' },
      {
        due: picked('2026-03-10'),
        owner: { field: { type: 'users_select', selected_user: repUserId } },
        state: chosen('done'),
      },
      ON_ITEM,
    ),
    form(
      REVIEWS.writeForm,
      { ...reviewed, keys: ['own-1'], marks: [causeMark('')], count: 0 },
      {
        ...{
          'cause-0': text('Two days at the fair'),
          'measure-0': text('Call again'),
          'due-0': picked('2026-03-20'),
        },
        'owner-0': { field: { type: 'users_select', selected_user: repUserId } },
      },
      TARGETING,
      TARGETING,
    ),
    form(REVIEWS.minutesForm, reviewed, { minutes: text('Said and done') }, TARGETING),
    form(
      REVIEWS.agreeForm,
      { ...reviewed, count: 0 },
      {
        ...{ 'line-0': chosen('0'), 'due-0': picked('2026-03-20') },
        'owner-0': { field: { type: 'users_select', selected_user: repUserId } },
      },
      TARGETING,
      TARGETING,
    ),
    form(STANDUP.form, standup, { plan: text('mine now') }, MEMBERS),
    form(REPORT.form, report, { 'section:results': text('mine now') }, MEMBERS),
    form(STANDUP.keep, { viewId: 'V0FORM', digest: 'plan', ...keptStandup }, {}, MEMBERS),
  ]
}

function elsewhere(): Case[] {
  return [
    {
      name: 'shortcut log',
      move: { kind: 'shortcut', name: NUMBERS.logShortcut },
      changes: NOBODY,
      sees: NAMED,
    },
    {
      name: 'shortcut standup',
      move: { kind: 'shortcut', name: STANDUP.shortcut },
      changes: NOBODY,
      sees: NAMED,
    },
    {
      name: 'the Home tab',
      move: { kind: 'home' },
      changes: NOBODY,
      sees: [...MEMBERS, 'manager', 'director'],
    },
  ]
}

/** What the preview of a target keeps. */
const targetDraft = (teamId: string) => ({
  ...{ team: teamId, metric: 'own-1', kind: 'month', from: '2026-03-01', user: null, value: 500 },
  ...{ role: null, time: 'days', weightsOfMonths: null, split: 'equal', months: null, reason: 'more' },
  ...{ weights: {}, hand: null, version: 1 },
})
