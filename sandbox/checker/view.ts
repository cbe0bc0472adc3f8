// Checks a modal or Home view.
import { checkBlocks, type Surface } from './block.ts'
import { limitNamed } from './limit.ts'
import { findAll } from './located.ts'
import type { Problem } from './problem.ts'
import {
  anything,
  boolean,
  byType,
  isObject,
  type Json,
  object,
  oneOf,
  problemsOf,
  type Rule,
  string,
} from './shape.ts'
import { plainText } from './text.ts'

const common = {
  blocks: anything,
  'private_metadata?': string('view.private_metadata'),
  'callback_id?': string('view.callback_id'),
  'external_id?': string('modal.external_id'),
}

const inputsNeedSubmit: Rule = (view, at, report) => {
  const hasInput = findAll('type', view.blocks, '').some(({ value }) => value === 'input')
  if (hasInput && view.submit === undefined)
    report(at, 'view.submit.required', 'missing required field: submit')
}

const VIEWS = {
  modal: object(
    {
      type: oneOf('modal'),
      title: plainText('view.title'),
      'submit?': plainText('view.submit'),
      'close?': plainText('view.close'),
      'clear_on_close?': boolean,
      'notify_on_close?': boolean,
      ...common,
    },
    inputsNeedSubmit,
  ),
  home: object({ type: oneOf('home'), ...common }),
}

/** All problems of a view, at JSON pointers under `/view`. */
export function checkView(view: unknown): Problem[] {
  const problems = problemsOf(byType(VIEWS, 'view.type'), view, '/view')
  if (!isObject(view) || !Object.hasOwn(VIEWS, String(view.type))) return problems
  return [
    ...problems,
    ...(view.blocks === undefined ? [] : checkBlocks(view.blocks, view.type as Surface, '/view/blocks')),
    ...oneFocus(view),
    ...size(view),
  ]
}

/** Only one element can have the focus when the view opens. */
const oneFocus = (view: Json): Problem[] =>
  findAll('focus_on_load', view.blocks, '/view/blocks')
    .filter(({ value }) => value === true)
    .slice(1)
    .map(({ pointer }) => ({
      pointer,
      rule: 'view.focus_on_load',
      message: 'only one element may focus on load',
    }))

/** Slack returns `view_too_large` for this rule only. */
function size(view: Json): Problem[] {
  const limit = limitNamed('modal.size.max_bytes')
  if (Buffer.byteLength(JSON.stringify(view)) <= limit.value) return []
  return [{ pointer: '/view', rule: limit.rule, message: `must be less than ${limit.value + 1} bytes` }]
}
