// Draws the forms of what is raised by hand: the risk itself, a new rating, and how it was solved.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { type Choice, FIELD, field, menu, modal, section, textInput } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { TEXT_LENGTH } from '../domain/answer.ts'
import { GRADES, type Rating } from '../domain/signals/raised-by-hand.ts'
import { riskOf } from '../domain/warning.ts'
import type { Answerable } from '../flows/answer-warning.ts'
import type { RaisableTeam } from '../flows/raise-risk.ts'
import { NOTE } from './answer-forms.ts'
import { WARNINGS } from './ids.ts'
import { impactText, probabilityText, riskTopic } from './risk-said.ts'

export const RISK = {
  text: 'text',
  customer: 'customer',
  about: 'about',
  person: 'person',
  team: 'team',
  probability: 'probability',
  impact: 'impact',
  expectedOn: 'expected',
} as const
export const CUSTOMER_LENGTH = 60
/** Values of `about`: one's own work, or the team's; the team's id follows. */
export const ABOUT = { me: 'me', team: 'team' } as const

interface NewRisk {
  riskId: string
  teams: readonly RaisableTeam[]
  /** What was typed behind the command. */
  text: string
  home: boolean
}

export const raiseView = ({ riskId, teams, text, home }: NewRisk, t: Translate): ModalView =>
  modal({
    callbackId: WARNINGS.raiseForm,
    title: t('risk.raise'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { risk: riskId, home, ...(teams.length === 1 && { team: teams[0]!.teamId }) },
    blocks: [
      section(t('risk.intro')),
      field(
        RISK.text,
        t('risk.text'),
        {
          ...{ type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: TEXT_LENGTH },
          ...(text === '' ? {} : { initial_value: text }),
        },
        { hint: t('risk.textHint') },
      ),
      field(RISK.customer, t('risk.customer'), textInput('', { maxLength: CUSTOMER_LENGTH }), {
        optional: true,
      }),
      ...aboutFields(teams, t),
      ...ratingFields(null, t),
      field(
        RISK.expectedOn,
        t('risk.expectedOn'),
        { type: 'datepicker', action_id: FIELD },
        { optional: true },
      ),
    ],
  })

function aboutFields(teams: readonly RaisableTeam[], t: Translate): Block[] {
  const leads = teams.some((team) => team.leads)
  if (!leads) return [field(RISK.about, t('risk.about'), menu(aboutChoices(teams, t), null))]
  const choices = teams.slice(0, limits.select.options.maxItems)
  const names = choices.map(({ teamId, name }) => ({ value: teamId, text: name }))
  return [
    field(
      RISK.person,
      t('risk.person'),
      { type: 'users_select', action_id: FIELD },
      { optional: true, hint: t('risk.personHint') },
    ),
    ...(teams.length > 1 ? [field(RISK.team, t('risk.team'), menu(names, names[0]!.value))] : []),
  ]
}

const aboutChoices = (teams: readonly RaisableTeam[], t: Translate): Choice[] =>
  teams.flatMap(({ teamId, name: team }) => [
    {
      value: `${ABOUT.me} ${teamId}`,
      text: teams.length === 1 ? t('risk.me') : t('risk.meIn', { team }),
    },
    { value: `${ABOUT.team} ${teamId}`, text: t('risk.myTeam', { team }) },
  ])

function ratingFields(rating: Rating | null, t: Translate): Block[] {
  const choices = (textOf: typeof probabilityText) =>
    GRADES.map((grade) => ({ value: String(grade), text: `${grade} · ${textOf(grade, t)}` }))
  const chosen = (grade: number | undefined) => (grade === undefined ? null : String(grade))
  return [
    field(
      RISK.probability,
      t('risk.probability'),
      menu(choices(probabilityText), chosen(rating?.probability)),
    ),
    field(RISK.impact, t('risk.impact'), menu(choices(impactText), chosen(rating?.impact))),
  ]
}

export function rateView({ warning }: Answerable, home: boolean, t: Translate): ModalView {
  const risk = riskOf(warning)
  return modal({
    callbackId: WARNINGS.rateForm,
    title: t('risk.rate'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { episode: warning.episodeId, home },
    blocks: [...(risk ? [section(riskTopic(risk, t))] : []), ...ratingFields(risk, t)],
  })
}

export const solveView = ({ warning }: Answerable, home: boolean, t: Translate): ModalView =>
  modal({
    callbackId: WARNINGS.solveForm,
    title: t('risk.solve'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { episode: warning.episodeId, home },
    blocks: [
      field(
        NOTE,
        t('risk.solveHow'),
        { type: 'plain_text_input', action_id: FIELD, multiline: true, max_length: TEXT_LENGTH },
        { hint: t('risk.closeHint') },
      ),
    ],
  })
