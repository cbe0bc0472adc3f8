// The checker accepts every payload that Slack is known to accept.
import { expect, test } from 'vitest'
import { checkBlocks } from '../../sandbox/checker/block.ts'
import { checkMessage } from '../../sandbox/checker/message.ts'
import type { Problem } from '../../sandbox/checker/problem.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { namesIn, readOracle } from './oracle.ts'

const folder = 'block-kit/spec/fixtures/valid'
type Payload = Record<string, unknown>

const plain = (text: string) => ({ type: 'plain_text', text })
const section = (accessory: Payload) => ({ type: 'section', text: plain('text'), accessory })
const input = (element: Payload) => ({ type: 'input', label: plain('label'), element })
const richText = (element: Payload) => ({ type: 'rich_text', elements: [element] })
const button = (more: Payload) => section({ type: 'button', text: plain('go'), ...more })
const workflowButton = (workflow: Payload) =>
  section({ type: 'workflow_button', text: plain('go'), workflow })
const inMessage = (block: Payload) => checkBlocks([block], 'message')
const inModal = (block: Payload) => checkBlocks([block], 'modal')

/** Elements that stand elsewhere than in an input block. */
const elementHosts: Record<string, (element: Payload) => Problem[]> = {
  button: (element) => inMessage({ type: 'actions', elements: [element] }),
  workflow_button: (element) => inMessage({ type: 'actions', elements: [element] }),
  overflow: (element) => inMessage(section(element)),
  image: (element) => inMessage(section(element)),
  url: (element) =>
    inMessage({ type: 'task_card', task_id: '1', title: 'task', status: 'pending', sources: [element] }),
}

const objectHosts: Record<string, (object: Payload) => Problem[]> = {
  confirmation_dialogue_basic: (confirm) => inMessage(button({ confirm })),
  conversation_filter_basic: (filter) => inModal(input({ type: 'conversations_select', filter })),
  dispatch_action_configuration_basic: (dispatch_action_config) =>
    inModal(input({ type: 'plain_text_input', dispatch_action_config })),
  input_parameter_basic: (parameter) =>
    inMessage(
      workflowButton({ trigger: { url: 'https://example.com', customizable_input_parameters: [parameter] } }),
    ),
  option_basic: (option) => inModal(input({ type: 'static_select', options: [option] })),
  option_group_basic: (group) => inModal(input({ type: 'static_select', option_groups: [group] })),
  option_value_at_limit: (option) => inModal(input({ type: 'static_select', options: [option] })),
  trigger_basic: (trigger) => inMessage(workflowButton({ trigger })),
  workflow_basic: (workflow) => inMessage(workflowButton(workflow)),
}

const checks: Record<string, (payload: Payload, name: string) => Problem[]> = {
  attachments: (attachment) => checkMessage({ attachments: [attachment] }),
  blocks: (block) => checkBlocks([block], block.type === 'alert' ? 'modal' : 'message'),
  elements: (element) => (elementHosts[String(element.type)] ?? ((other) => inModal(input(other))))(element),
  messages: (message, name) => checkMessage(message, /webhook|response/.test(name) ? 'webhook' : 'api'),
  objects: (object, name) =>
    name.startsWith('text_') ? inMessage({ type: 'section', text: object }) : objectHosts[name]!(object),
  rich_text: (element) =>
    inMessage(
      richText(
        String(element.type).startsWith('rich_text_')
          ? element
          : { type: 'rich_text_section', elements: [element] },
      ),
    ),
  views: (view) => checkView(view),
}

const fixtures = Object.keys(checks).flatMap((kind) =>
  namesIn(`${folder}/${kind}`).map((name) => ({ kind, name })),
)

test('there are fixtures of every kind', () => {
  for (const kind of Object.keys(checks))
    expect(fixtures.filter((fixture) => fixture.kind === kind)).not.toEqual([])
})

test.each(fixtures)('$kind/$name', ({ kind, name }) => {
  expect(checks[kind]!(readOracle(`${folder}/${kind}/${name}.json`), name)).toEqual([])
})
