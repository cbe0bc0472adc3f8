// The numbers feature: which metrics a team counts, and how values are entered, corrected and undone.

import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { numbersPermissions } from './domain/permissions.ts'
import { loadNumberCorrected } from './flows/facts/number-corrected.ts'
import { loadOwnNumberCorrected } from './flows/facts/own-number-corrected.ts'
import { numberDays } from './flows/number-days.ts'
import { addPresetMetricsToNewRoles } from './flows/role-metrics.ts'
import { openRoleForm, submitRole } from './slack/add-role.ts'
import { numbersAuditKinds } from './slack/audit-kinds.ts'
import {
  chooseDefinition,
  openAdoption,
  openCatalogue,
  submitAdoption,
  submitDefinition,
} from './slack/catalogue.ts'
import {
  CORRECT_WORDS,
  LOG_WORDS,
  ME_NUMBER_WORDS,
  ME_WORDS,
  METRICS_WORDS,
  RATES_WORDS,
  UNDO_WORDS,
} from './slack/command-words.ts'
import { correctCommand, keepCorrection, redrawCorrection, submitCorrection } from './slack/correct.ts'
import { METRICS, NUMBERS, RATES } from './slack/ids.ts'
import { logCommand } from './slack/log-command.ts'
import {
  chooseLogDate,
  chooseLogTeam,
  keepLogForm,
  openLogFromButton,
  openLogFromShortcut,
  submitLogForm,
} from './slack/log-form-command.ts'
import { chooseReading, logBareLine, saveUnusual, undoLine } from './slack/log-line-command.ts'
import { meCommand, showMineFromButton } from './slack/me.ts'
import {
  chooseRole,
  metricsCommand,
  metricsOfChosen,
  openOwnMetric,
  selectInMetricMenu,
  submitMetric,
  submitOwnMetric,
  toMetrics,
} from './slack/metrics.ts'
import { renderNumberCorrected } from './slack/number-corrected.ts'
import { renderOwnNumberCorrected } from './slack/own-number-corrected.ts'
import { chooseRatesYear, chooseReporting, ratesCommand, submitRates } from './slack/rates.ts'
import { undoChosen, undoCommand } from './slack/undo-command.ts'
import { words } from './words/words.ts'

const CORRECTION = z.object({ memberId: z.string(), metricKey: z.string(), sourceKey: z.string() })

export const numbers: Feature = {
  name: 'numbers',
  reportedDays: numberDays,
  words,
  permissions: numbersPermissions,
  auditKinds: numbersAuditKinds,
  commands: [
    {
      word: 'log',
      aliases: LOG_WORDS,
      help: {
        place: 20,
        text: 'help.log',
        audience: 'reps',
        button: ({ isMember }) => (isMember ? 'help.openLog' : null),
      },
      run: logCommand,
    },
    {
      word: 'undo',
      aliases: UNDO_WORDS,
      help: { place: 25, text: 'help.undo', audience: 'reps' },
      run: undoCommand,
    },
    {
      word: 'me',
      aliases: ME_WORDS,
      telling: ME_NUMBER_WORDS,
      help: {
        place: 30,
        text: 'help.me',
        audience: 'reps',
        button: ({ isMember }) => (isMember ? 'help.showMine' : null),
      },
      run: meCommand,
    },
    {
      word: 'metrics',
      aliases: METRICS_WORDS,
      help: { place: 80, text: 'help.metrics', audience: 'managers' },
      run: metricsCommand,
    },
    {
      word: 'correct',
      aliases: CORRECT_WORDS,
      help: { place: 100, text: 'help.correct', audience: 'managers' },
      run: correctCommand,
    },
    {
      word: 'rates',
      aliases: RATES_WORDS,
      help: { place: 106, text: 'help.rates', audience: 'managers' },
      run: ratesCommand,
    },
  ],
  lines: [logBareLine],
  actions: {
    [NUMBERS.undo]: undoLine,
    [NUMBERS.undoChosen]: undoChosen,
    [NUMBERS.keep]: saveUnusual,
    [NUMBERS.choose]: chooseReading,
    [NUMBERS.openLog]: openLogFromButton,
    [NUMBERS.showMine]: showMineFromButton,
    [NUMBERS.logTeam]: chooseLogTeam,
    [NUMBERS.logDate]: chooseLogDate,
    [NUMBERS.correctDate]: redrawCorrection,
    [NUMBERS.correctMetric]: redrawCorrection,
    [METRICS.toMetrics]: toMetrics,
    [METRICS.metricsOf]: metricsOfChosen,
    [METRICS.role]: chooseRole,
    [METRICS.menu]: selectInMetricMenu,
    [METRICS.add]: openOwnMetric,
    [METRICS.adopt]: openAdoption,
    [METRICS.catalogue]: openCatalogue,
    [METRICS.define]: chooseDefinition,
    [METRICS.addRole]: openRoleForm,
    [RATES.year]: chooseRatesYear,
    [RATES.reporting]: chooseReporting,
  },
  submits: {
    [NUMBERS.logForm]: submitLogForm,
    [NUMBERS.keepLog]: keepLogForm,
    [NUMBERS.correctForm]: submitCorrection,
    [NUMBERS.keepCorrection]: keepCorrection,
    [METRICS.form]: submitMetric,
    [METRICS.ownForm]: submitOwnMetric,
    [METRICS.adoptForm]: submitAdoption,
    [METRICS.definitionForm]: submitDefinition,
    [METRICS.roleForm]: submitRole,
    [RATES.form]: submitRates,
  },
  sensitive: [
    ...[METRICS.menu, METRICS.form, METRICS.ownForm, METRICS.adoptForm, METRICS.definitionForm],
    ...[METRICS.roleForm, NUMBERS.correctForm, NUMBERS.keepCorrection, RATES.form],
  ],
  shortcuts: { [NUMBERS.logShortcut]: openLogFromShortcut },
  messages: [
    messageKind({
      kind: 'number-corrected',
      subject: CORRECTION,
      load: loadNumberCorrected,
      render: renderNumberCorrected,
    }),
    messageKind({
      kind: 'own-number-corrected',
      subject: CORRECTION,
      load: loadOwnNumberCorrected,
      render: renderOwnNumberCorrected,
    }),
  ],
  reactions: [addPresetMetricsToNewRoles],
}
