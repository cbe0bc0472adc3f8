// The form of a team's procedure: a few choices for each level, and above them in plain words what they come to.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { type Choice, modal, option, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import type { FormState } from '../../slack/requests.ts'
import { LEVELS, type Level } from '../domain/level.ts'
import type { Delay, Procedure } from '../domain/procedure.ts'
import {
  ANSWER_CHOICES,
  choicesOf,
  delayOf,
  type LevelChoice,
  type ProcedureChoice,
  procedureOf,
  REPEAT_CHOICES,
  TELLS,
} from '../domain/procedure-choices.ts'
import type { RulesFacts } from '../flows/load-rules.ts'
import { RULES } from './ids.ts'
import { ladderText } from './ladder-text.ts'
import { MARKS } from './warning-message.ts'

const PARTS = ['tell', 'answer', 'repeats', 'lastResort'] as const
type Part = (typeof PARTS)[number]

const Choices = z.object({
  ...{ tell: z.enum(TELLS), answer: z.string().max(5), repeats: z.string().max(8), lastResort: z.boolean() },
})
const Metadata = z.object({
  teamId: z.uuid(),
  /** What is chosen so far, also where its menu is not shown. */
  choice: z.object({ blue: Choices, yellow: Choices, red: Choices }),
})
export type ProcedureMetadata = z.infer<typeof Metadata>

/** Null: the metadata is invalid. */
export const readProcedureMetadata = (text: string): ProcedureMetadata | null => readJson(text, Metadata)

export const procedureView = (facts: RulesFacts, t: Translate): ModalView =>
  chosenView(facts, choicesOf(facts.procedure), t)

export function chosenView(facts: RulesFacts, choice: ProcedureChoice, t: Translate): ModalView {
  const procedure = procedureOf(choice, facts.procedure)
  return modal({
    callbackId: RULES.procedureForm,
    title: t('rules.procedureTitle'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { teamId: facts.teamId, choice } satisfies ProcedureMetadata,
    blocks: [
      section(t('rules.procedureIntro', { team: teamLabel(facts, t) })),
      ...LEVELS.flatMap((level): Block[] => [
        section(`${MARKS[level]} ${ladderText(level, procedure, t, facts.above)}`),
        levelMenus(level, choice[level], procedure, t),
      ]),
    ],
  })
}

/** Only what matters: where nobody has to answer there is nothing to repeat. */
function levelMenus(level: Level, choice: LevelChoice, procedure: Procedure, t: Translate): Block {
  const { atOnce, answerWithin } = procedure[level]
  const shown = PARTS.filter(
    (part) => part === 'tell' || (part === 'answer' ? atOnce.includes('manager') : answerWithin !== null),
  )
  return {
    ...{ type: 'actions', block_id: level },
    elements: shown.map((part) => {
      const choices = choicesFor(part, choice, t)
      const initial = choices.find(({ value }) => value === String(choice[part]))
      return {
        ...{ type: 'static_select', action_id: idOf(level, part), options: choices.map(option) },
        ...(initial ? { initial_option: option(initial) } : {}),
      }
    }),
  }
}

const idOf = (level: Level, part: Part): string => `${RULES.choose}#${level} ${part}`

function choicesFor(part: Part, choice: LevelChoice, t: Translate): Choice[] {
  switch (part) {
    case 'tell':
      return TELLS.map((value) => ({ value, text: t(value === 'rep' ? 'rules.tellRep' : 'rules.tellBoth') }))
    case 'answer':
      return withOwn(ANSWER_CHOICES, choice.answer).map((value) => ({ value, text: answerText(value, t) }))
    case 'repeats':
      return withOwn(REPEAT_CHOICES, choice.repeats).map((value) => ({ value, text: repeatText(value, t) }))
    case 'lastResort':
      return [
        { value: 'true', text: t('rules.lastYes') },
        { value: 'false', text: t('rules.lastNo') },
      ]
  }
}

/** What holds now stands among the choices, also where it is none of them. */
const withOwn = (choices: readonly string[], own: string): readonly string[] =>
  choices.includes(own) ? choices : [own, ...choices]

function answerText(value: string, t: Translate): string {
  const within = delayOf(value)
  return within ? t('rules.answerWithin', { within: shortDelay(within, t) }) : t('rules.answerNone')
}

function repeatText(value: string, t: Translate): string {
  const [every = '', count] = value.split('x')
  const delay = delayOf(every)
  if (!delay) return t('rules.repeatNone')
  return t('rules.repeat', { every: shortDelay(delay, t), count: Number(count) })
}

/** A menu is narrow: the sentence above it says it whole. */
const shortDelay = (delay: Delay, t: Translate): string =>
  'hours' in delay
    ? t('rules.shortHours', { count: delay.hours })
    : t('rules.shortDays', { count: delay.days })

/** `before`: what was chosen before, which holds for menus that are not shown. */
export function readChoices(state: FormState, before: ProcedureChoice): ProcedureChoice {
  const of = (level: Level): LevelChoice => {
    const chosen = (part: Part) => state[level]?.[idOf(level, part)]?.selected_option?.value
    const { tell, answer, repeats, lastResort } = before[level]
    const last = chosen('lastResort')
    return {
      tell: TELLS.find((one) => one === chosen('tell')) ?? tell,
      answer: ANSWER_CHOICES.find((one) => one === chosen('answer')) ?? answer,
      repeats: REPEAT_CHOICES.find((one) => one === chosen('repeats')) ?? repeats,
      lastResort: last === undefined ? lastResort : last === 'true',
    }
  }
  return { blue: of('blue'), yellow: of('yellow'), red: of('red') }
}
