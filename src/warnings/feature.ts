// The warnings feature: sees early that somebody falls behind, tells the right people privately, and goes on until somebody acts.
import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { WARNING_DIGEST } from './domain/digest.ts'
import { NOTES } from './domain/episode.ts'
import { WARNING, WARNING_NOTE } from './domain/messages.ts'
import { warningsPermissions } from './domain/permissions.ts'
import {
  DIGEST_DUE,
  planEvaluation,
  WAITING_DUE,
  WARNING_LOOK,
  WARNING_STEP,
  WARNINGS_CLOSE,
  WARNINGS_MORNING,
} from './domain/plan-evaluation.ts'
import { planQualityMonth, QUALITY_DUE, QUALITY_MONTH, QUALITY_READ } from './domain/quality-month.ts'
import { RULE_LOWERED } from './domain/rule-lowered.ts'
import { onPause } from './flows/close-paused.ts'
import { loadDigest } from './flows/facts/digest.ts'
import { loadQualityMonth } from './flows/facts/quality-month.ts'
import { loadRuleLowered } from './flows/facts/rule-lowered.ts'
import { loadWarningMessage, loadWarningNote } from './flows/facts/warning.ts'
import { lookAfterTheClose, lookAgain, lookInTheMorning, takeSteps } from './flows/look-at-due.ts'
import { onPromise, promises } from './flows/promises.ts'
import { lookSoon } from './flows/reactions.ts'
import { reportMonths } from './flows/report-month.ts'
import { sendDigests } from './flows/send-digests.ts'
import { sendWaiting } from './flows/send-waiting.ts'
import {
  openNoRisk,
  openPutOff,
  openRate,
  openSolve,
  openTakeOn,
  submitNoRisk,
  submitPutOff,
  submitRate,
  submitSolve,
  submitTakeOn,
} from './slack/answer-warning.ts'
import { warningsAuditKinds } from './slack/audit-kinds.ts'
import { openDetails } from './slack/details.ts'
import { renderDigest } from './slack/digest.ts'
import { pressTry } from './slack/dry-run.ts'
import { ownWarningsSection } from './slack/home-section.ts'
import { RULES, WARNINGS } from './slack/ids.ts'
import { pressLower, pressLowerInMessage, renderRuleLowered } from './slack/lower-rule.ts'
import { chooseProcedure, openProcedure, submitProcedure } from './slack/procedure.ts'
import { renderQualityMonth } from './slack/quality.ts'
import { raiseLink } from './slack/raise-home.ts'
import { pressRaise, RAISE_WORDS, raiseCommand, submitRaise } from './slack/raise-risk.ts'
import {
  MATRIX_WORDS,
  openMatrix,
  openRisks,
  REPORT_WORDS,
  RISK_WORDS,
  reportCommand,
  risksCommand,
} from './slack/risks-command.ts'
import {
  openAddRule,
  openRule,
  pressRemoveRule,
  RULE_WORDS,
  rulesCommand,
  rulesOfChosen,
  submitChoice,
  submitRule,
} from './slack/rules.ts'
import { renderWarning, renderWarningNote } from './slack/warning-message.ts'
import { words } from './words/words.ts'

const LOOKS = [WARNINGS_MORNING, WARNINGS_CLOSE, WARNING_STEP, WARNING_LOOK]
const ENDS_WITH = 'somebody takes it on, puts it off or sees no risk, and its end'
const ANSWERS = {
  [WARNINGS.takeOn]: { changes: ENDS_WITH, dueKinds: LOOKS },
  [WARNINGS.putOff]: { changes: ENDS_WITH, dueKinds: LOOKS },
  [WARNINGS.noRisk]: { changes: ENDS_WITH, dueKinds: LOOKS },
  [WARNINGS.solve]: { changes: ENDS_WITH, dueKinds: LOOKS },
  [WARNINGS.rate]: { changes: ENDS_WITH, dueKinds: LOOKS },
  [WARNINGS.details]: { changes: 'its end', dueKinds: LOOKS },
}

export const warnings: Feature = {
  name: 'warnings',
  words,
  permissions: warningsPermissions,
  commands: [
    {
      word: 'risks',
      aliases: RISK_WORDS,
      telling: MATRIX_WORDS,
      help: { place: 49, text: 'help.risks', audience: 'everyone' },
      run: risksCommand,
    },
    {
      word: 'risks-report',
      aliases: REPORT_WORDS,
      help: { place: 50, text: 'help.risksReport', audience: 'managers' },
      run: reportCommand,
    },
    {
      word: 'rules',
      aliases: RULE_WORDS,
      help: { place: 85, text: 'help.rules', audience: 'managers' },
      run: rulesCommand,
    },
    {
      word: 'risk',
      aliases: RAISE_WORDS,
      help: { place: 50, text: 'help.risk', audience: 'everyone' },
      run: raiseCommand,
    },
  ],
  home: [ownWarningsSection, raiseLink],
  actions: {
    [WARNINGS.takeOn]: openTakeOn,
    [WARNINGS.putOff]: openPutOff,
    [WARNINGS.noRisk]: openNoRisk,
    [WARNINGS.details]: openDetails,
    [WARNINGS.list]: openRisks,
    [RULES.rulesOf]: rulesOfChosen,
    [RULES.edit]: openRule,
    [RULES.add]: openAddRule,
    [RULES.remove]: pressRemoveRule,
    [RULES.tryOut]: pressTry,
    [RULES.lower]: pressLower,
    [RULES.lowerInMessage]: pressLowerInMessage,
    [RULES.procedure]: openProcedure,
    [RULES.choose]: chooseProcedure,
    [WARNINGS.raise]: pressRaise,
    [WARNINGS.matrix]: openMatrix,
    [WARNINGS.solve]: openSolve,
    [WARNINGS.rate]: openRate,
  },
  submits: {
    [WARNINGS.takeOnForm]: submitTakeOn,
    [WARNINGS.putOffForm]: submitPutOff,
    [WARNINGS.noRiskForm]: submitNoRisk,
    [RULES.addForm]: submitChoice,
    [RULES.form]: submitRule,
    [RULES.procedureForm]: submitProcedure,
    [WARNINGS.raiseForm]: submitRaise,
    [WARNINGS.solveForm]: submitSolve,
    [WARNINGS.rateForm]: submitRate,
  },
  sensitive: [
    ...[WARNINGS.takeOnForm, WARNINGS.putOffForm, WARNINGS.noRiskForm],
    ...[WARNINGS.raiseForm, WARNINGS.solveForm, WARNINGS.rateForm],
    ...[RULES.remove, RULES.form, RULES.procedureForm, RULES.lower, RULES.lowerInMessage],
  ],
  auditKinds: warningsAuditKinds,
  messages: [
    messageKind({
      kind: WARNING,
      subject: z.object({ episodeId: z.string() }),
      load: loadWarningMessage,
      render: renderWarning,
      buttons: ANSWERS,
    }),
    messageKind({
      kind: WARNING_DIGEST,
      subject: z.object({ date: z.string(), number: z.number() }),
      load: loadDigest,
      render: renderDigest,
      buttons: { ...ANSWERS, [WARNINGS.list]: { changes: 'the end of all of them', dueKinds: LOOKS } },
    }),
    messageKind({
      kind: WARNING_NOTE,
      subject: z.object({ episodeId: z.string(), note: z.enum(NOTES) }),
      load: loadWarningNote,
      render: renderWarningNote,
      // A note stays as it was said: pressed too late they answer who is on it already or who closed it.
      buttons: {
        [WARNINGS.takeOn]: { lasts: 'warning.gone' },
        [WARNINGS.details]: { lasts: 'warning.gone' },
      },
    }),
    messageKind({
      kind: QUALITY_MONTH,
      subject: z.object({ from: z.iso.date() }),
      load: loadQualityMonth,
      render: renderQualityMonth,
      buttons: {
        [RULES.lowerInMessage]: { changes: 'the press, any change of the rule', dueKinds: [QUALITY_DUE] },
      },
    }),
    messageKind({
      kind: RULE_LOWERED,
      subject: z.object({ ruleId: z.uuid(), by: z.string() }),
      load: loadRuleLowered,
      render: renderRuleLowered,
    }),
  ],
  actionOrigins: [promises],
  reactions: [onPromise, onPause, lookSoon],
  dayPlanners: [planEvaluation, planQualityMonth],
  dueKinds: [
    { kind: WARNINGS_MORNING, handle: lookInTheMorning },
    { kind: WARNINGS_CLOSE, handle: lookAfterTheClose },
    { kind: QUALITY_DUE, handle: reportMonths },
    { kind: QUALITY_READ, handle: reportMonths, outsideDayPlans: true },
    { kind: WARNING_STEP, handle: takeSteps, outsideDayPlans: true },
    { kind: WARNING_LOOK, handle: lookAgain, outsideDayPlans: true },
    { kind: WAITING_DUE, handle: sendWaiting, outsideDayPlans: true },
    { kind: DIGEST_DUE, handle: sendDigests, outsideDayPlans: true },
  ],
}
