// `/kpi workspace`: an admin chooses who may set up teams, when the fiscal year starts, and which team is the company. Offered once by message, and on the Home tab until it is chosen.

import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Block, ModalView, RenderedMessage } from '../../slack/blocks.ts'
import {
  button,
  type Choice,
  chosenIn,
  FIELD,
  field,
  fieldIn,
  menu,
  modal,
  peopleMenu,
  radio,
  section,
  userIn,
  usersIn,
} from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { limits } from '../../slack/limits.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, FormState, SubmitHandler } from '../../slack/requests.ts'
import type { WorkspaceOfferFacts } from '../domain/message-facts.ts'
import { LARGE_WORKSPACE, type SetupRight, type WorkspaceChoice } from '../domain/workspace-settings.ts'
import {
  changeWorkspace,
  loadWorkspace,
  type WorkspaceChanged,
  type WorkspaceLoaded,
} from '../flows/change-workspace.ts'
import type { CompanyChoices } from '../flows/company.ts'
import { WORKSPACE } from './ids.ts'
import { monthName } from './month-name.ts'
import { teamInMenu } from './team-line.ts'
import type { WorkspaceLine } from './workspace-lines.ts'

export const WORKSPACE_FIELDS = {
  who: 'who',
  named: 'named',
  year: 'year',
  company: 'company',
  lastResort: 'last-resort',
} as const
const MAX_NAMED = 50

export const workspaceCommand: CommandHandler = async (call, context) => {
  const loaded = await loadWorkspace(context, call.who)
  if (loaded.ok) await call.open(workspaceView(loaded, call.t, context.contributions.workspaceLines))
  else call.reply(textMessage(refusedText(loaded, call.t)))
}

/** The button of the offer and of the Home tab. */
export const openWorkspace: ActionHandler = async (call, context) => {
  const loaded = await loadWorkspace(context, call.who)
  if (loaded.ok) await call.open(workspaceView(loaded, call.t, context.contributions.workspaceLines))
  else await call.replyEphemeral(textMessage(refusedText(loaded, call.t)))
}

export const submitWorkspace: SubmitHandler = async ({ who, t, state }, context) => {
  const setupRight = readSetupRight(state)
  if (!setupRight) return { kind: 'errors', errors: { [WORKSPACE_FIELDS.who]: t('workspace.whoMissing') } }
  const changed = await changeWorkspace(context, who, {
    setupRight,
    fiscalYearStart: readFiscalYear(state),
    ...readCompany(state),
    ...readLastResort(state),
  })
  if (!changed.ok) return { kind: 'errors', errors: workspaceErrors(changed, t) }
  return { kind: 'update', view: workspaceDoneView(changed, t) }
}

function refusedText({ admins }: Extract<WorkspaceLoaded, { ok: false }>, t: Translate): string {
  if (admins.length === 0) return t('workspace.onlyAdmins')
  return t('workspace.onlyTheseAdmins', { admins: admins.map(({ userId }) => mention(userId)).join(' ') })
}

type Shown = Pick<
  Extract<WorkspaceLoaded, { ok: true }>,
  'setupRight' | 'fiscalYearStart' | 'company' | 'lastResortUserId'
>

export function workspaceView(shown: Shown, t: Translate, lines: readonly WorkspaceLine[] = []): ModalView {
  const { setupRight, fiscalYearStart, company, lastResortUserId } = shown
  const choices = (['everybody', 'named', 'admins'] as const).map((value) => ({
    value,
    text: t(`workspace.${value}`),
  }))
  const named = setupRight?.who === 'named' ? setupRight.userIds : []
  return modal({
    callbackId: WORKSPACE.form,
    title: t('workspace.title'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: {},
    blocks: [
      section(t('workspace.intro')),
      field(WORKSPACE_FIELDS.who, t('workspace.who'), radio(choices, setupRight?.who ?? '')),
      field(WORKSPACE_FIELDS.named, t('workspace.which'), peopleMenu(named), {
        optional: true,
        hint: t('workspace.whichHint'),
      }),
      field(WORKSPACE_FIELDS.year, t('workspace.year'), menu(monthChoices(t), String(fiscalYearStart)), {
        hint: t('workspace.yearHint'),
      }),
      ...companyField(company, t),
      lastResortField(lastResortUserId, t),
      ...lines.map((line) => line(t)),
    ],
  })
}

const NO_COMPANY = 'none'

/** Where some team has teams below it. */
function companyField({ roots, chosen }: CompanyChoices, t: Translate): Block[] {
  if (roots.length === 0) return []
  const teams = roots
    .slice(0, limits.select.options.maxItems - 1)
    .map((team) => ({ value: team.teamId, text: teamInMenu(team, t) }))
  const choices = [...teams, { value: NO_COMPANY, text: t('workspace.noCompany') }]
  return [
    field(WORKSPACE_FIELDS.company, t('workspace.company'), menu(choices, chosen ?? NO_COMPANY), {
      hint: t('workspace.companyHint'),
    }),
  ]
}

function lastResortField(chosen: UserId | null, t: Translate): Block {
  const initial = chosen ? { initial_user: chosen } : {}
  const element = { type: 'users_select', action_id: FIELD, ...initial } as const
  return field(WORKSPACE_FIELDS.lastResort, t('workspace.lastResort'), element, {
    ...{ hint: t('workspace.lastResortHint'), optional: true },
  })
}

/** Nothing: the form had no such field. */
export const readLastResort = (state: FormState): { lastResortUserId?: UserId | null } =>
  fieldIn(state, WORKSPACE_FIELDS.lastResort)
    ? { lastResortUserId: userIn(state, WORKSPACE_FIELDS.lastResort) }
    : {}

/** Nothing: the form had no such field. */
export function readCompany(state: FormState): { companyTeamId?: TeamId | null } {
  const chosen = chosenIn(state, WORKSPACE_FIELDS.company)
  if (chosen === NO_COMPANY) return { companyTeamId: null }
  return chosen && z.uuid().safeParse(chosen).success ? { companyTeamId: chosen } : {}
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

const monthChoices = (t: Translate): Choice[] =>
  MONTHS.map((month) => ({ value: String(month), text: monthName(month, t) }))

/** Null: nothing valid is chosen. */
export const readFiscalYear = (state: FormState): number | null =>
  MONTHS.find((month) => String(month) === chosenIn(state, WORKSPACE_FIELDS.year)) ?? null

/** Null: nothing valid is chosen. */
export function readSetupRight(state: FormState): SetupRight | null {
  switch (chosenIn(state, WORKSPACE_FIELDS.who)) {
    case 'everybody':
      return { who: 'everybody' }
    case 'admins':
      return { who: 'admins' }
    case 'named':
      return { who: 'named', userIds: usersIn(state, WORKSPACE_FIELDS.named) }
    default:
      return null
  }
}

export function workspaceErrors(
  problem: Exclude<WorkspaceChanged, { ok: true }>,
  t: Translate,
): Record<string, string> {
  switch (problem.reason) {
    case 'not-allowed':
      return { [WORKSPACE_FIELDS.who]: t('workspace.onlyAdmins') }
    case 'nobody-named':
      return { [WORKSPACE_FIELDS.named]: t('workspace.namedMissing') }
    case 'not-a-root':
      return { [WORKSPACE_FIELDS.company]: t('workspace.notARoot') }
    case 'unusable-last-resort':
      return {
        [WORKSPACE_FIELDS.lastResort]: t('workspace.unusableLastResort', {
          names: problem.names.join(t('common.listSeparator')),
        }),
      }
    case 'unusable':
      return {
        [WORKSPACE_FIELDS.named]: t('workspace.unusable', {
          names: problem.names.join(t('common.listSeparator')),
        }),
      }
  }
}

export const workspaceDoneView = (
  { setupRight, fiscalYearStart }: WorkspaceChoice,
  t: Translate,
): ModalView =>
  modal({
    callbackId: WORKSPACE.form,
    title: t('workspace.title'),
    submit: null,
    close: t('setup.finish'),
    metadata: {},
    blocks: [
      section(chosenText(setupRight, t)),
      section(t('workspace.chosenYear', { month: monthName(fiscalYearStart, t) })),
    ],
  })

function chosenText(right: SetupRight, t: Translate): string {
  if (right.who === 'everybody') return t('workspace.chosenEverybody')
  if (right.who === 'admins') return t('workspace.chosenAdmins')
  const shown = right.userIds.slice(0, MAX_NAMED).map(mention).join(' ')
  return t('workspace.chosenNamed', { names: right.userIds.length > MAX_NAMED ? `${shown} …` : shown })
}

export function renderWorkspaceOffer({ setupRight }: WorkspaceOfferFacts, t: Translate): RenderedMessage {
  const text = setupRight ? chosenText(setupRight, t) : t('workspace.offer', { people: LARGE_WORKSPACE })
  return { text, blocks: [section(text), ...(setupRight ? [] : [openButton(t)])] }
}

const openButton = (t: Translate): Block => button(WORKSPACE.open, t('workspace.open'), 'open')

/** For admins, until one of them has chosen; below what there is to do for the teams that they lead. */
export const workspaceSection: HomeSection = {
  place: 25,
  draw: async (who, _now, t, context) => {
    const loaded = await loadWorkspace(context, who)
    if (!loaded.ok || loaded.setupRight) return []
    return [section(t('workspace.offer', { people: LARGE_WORKSPACE })), openButton(t)]
  },
}
