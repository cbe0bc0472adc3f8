// Small valid pieces of Block Kit for the checker's tests to spoil.

export type Json = Record<string, unknown>

export const plain = (text: string) => ({ type: 'plain_text', text })
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
export const section = (fields: Json = {}) => ({ type: 'section', text: mrkdwn('hello'), ...fields })
export const button = (fields: Json = {}) => ({ type: 'button', text: plain('go'), ...fields })
export const actions = (...elements: Json[]) => ({ type: 'actions', elements })
export const input = (element: Json = { type: 'plain_text_input' }, fields: Json = {}) => ({
  type: 'input',
  label: plain('label'),
  element,
  ...fields,
})
export const option = (value: string, text = value) => ({ text: plain(text), value })
export const modal = (fields: Json = {}) => ({
  type: 'modal',
  title: plain('title'),
  submit: plain('ok'),
  blocks: [section()],
  ...fields,
})
const cell = (text: string) => ({ type: 'raw_text', text })
const bar = {
  type: 'bar',
  series: [{ name: 's', data: [{ label: 'a', value: 1 }] }],
  axis_config: { categories: ['a'] },
}
const picture = { image_url: 'https://example.com/a.png', alt_text: 'a' }

/** One valid block of every type. */
export const BLOCKS: Record<string, Json> = {
  actions: actions(button()),
  alert: { type: 'alert', text: plain('careful') },
  card: { type: 'card', title: mrkdwn('card') },
  carousel: { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('card') }] },
  container: { type: 'container', title: plain('t'), child_blocks: [section()] },
  context: { type: 'context', elements: [mrkdwn('a')] },
  context_actions: {
    type: 'context_actions',
    elements: [{ type: 'icon_button', icon: 'trash', text: plain('a') }],
  },
  data_table: { type: 'data_table', caption: 'c', rows: [[cell('h')], [cell('1')]] },
  data_visualization: { type: 'data_visualization', title: 't', chart: bar },
  divider: { type: 'divider' },
  file: { type: 'file', external_id: '1', source: 'remote' },
  header: { type: 'header', text: plain('h') },
  image: { type: 'image', ...picture },
  input: input(),
  markdown: { type: 'markdown', text: '**bold**' },
  plan: { type: 'plan', title: 't', tasks: [] },
  rich_text: {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
  },
  section: section(),
  table: { type: 'table', rows: [[cell('h')], [cell('1')]] },
  task_card: { type: 'task_card', task_id: '1', title: 't', status: 'pending' },
  video: {
    type: 'video',
    title: plain('t'),
    alt_text: 'a',
    video_url: 'https://example.com/v',
    thumbnail_url: 'https://example.com/t.png',
  },
}
