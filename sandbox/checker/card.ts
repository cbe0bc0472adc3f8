// Blocks that frame other content: alert, card, carousel, and the plan and task cards of agents.
import { BUTTONS } from './button.ts'
import { slackIcon } from './composition.ts'
import { image } from './media.ts'
import { richText } from './rich-text.ts'
import { atLeastOne, exactlyOne, list, listByType, object, oneOf, type Rule, string, url } from './shape.ts'
import { anyText } from './text.ts'

export const alert = {
  type: oneOf('alert'),
  text: anyText('alert.text'),
  'level?': oneOf('default', 'info', 'warning', 'error', 'success'),
}

export const card = {
  type: oneOf('card'),
  'hero_image?': image,
  'icon?': image,
  'slack_icon?': slackIcon,
  'title?': anyText('card.title'),
  'subtitle?': anyText('card.subtitle'),
  'body?': anyText('card.body'),
  'subtext?': anyText('card.subtext'),
  'actions?': listByType({ button: BUTTONS.button }, 'card.actions'),
}

const oneIcon: Rule = (block, at, report) => {
  if (block.icon !== undefined && block.slack_icon !== undefined)
    exactlyOne('card.icon', 'icon', 'slack_icon')(block, at, report)
}
export const cardRules = [atLeastOne('card.content', 'hero_image', 'title', 'actions', 'body'), oneIcon]

/** A web page that a task cites. */
const urlSource = object({ type: oneOf('url'), url: url('url_source.url'), text: string() })

const task = {
  task_id: string(),
  title: string(),
  'details?': richText,
  'output?': richText,
  'sources?': list(urlSource),
}
const status = oneOf('pending', 'in_progress', 'complete', 'error')

export const taskCard = { type: oneOf('task_card'), ...task, status }

/** A task within a plan may omit its `type`. */
const plannedTask = object({
  'type?': oneOf('task_card'),
  'block_id?': string('block_id'),
  ...task,
  'status?': status,
})

export const plan = { type: oneOf('plan'), title: string(), 'tasks?': list(plannedTask) }
