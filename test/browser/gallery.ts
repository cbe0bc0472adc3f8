// Samples of every block and element of Block Kit, for the tests of the page.
import { button, mrkdwn, option, plain, type Sample } from './sample.ts'

const raw = (text: string) => ({ type: 'raw_text', text })
const number = (value: number) => ({ type: 'raw_number', value, text: String(value) })
const words = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) })
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const inText = (text: string) => ({ type: 'rich_text', elements: [line(words(text))] })

/** A one-pixel picture, since the page is never online. */
const PICTURE = 'https://pictures.invalid/a.png'

const NAMES = ['Jonas Brandt', 'Aylin Demir', 'Oskar Nowak', 'Tessa Moore', 'Darius Cole']
const series = (name: string, values: number[]) => ({
  name,
  data: values.map((value, index) => ({ label: NAMES[index], value })),
})
const axisChart = (type: string, title: string): Sample => ({
  type: 'data_visualization',
  title,
  chart: {
    type,
    series: [series('Calls', [12, 40, 7, 31, 22]), series('Visits', [2, 6, 1, 3, 4])],
    axis_config: { categories: NAMES, x_label: 'Person', y_label: 'Count' },
  },
})

/** Everything that stands still. */
export const TEXTS: Sample[] = [
  { type: 'header', text: plain('Standup of 17 November :fire:') },
  {
    type: 'section',
    text: mrkdwn(
      'Good morning <@U0WEI>! *Three* things, _slowly_, ~never~ `now`: see <#C0SALES>, <https://example.com/a|the plan>, or write to <mailto:maya@example.com|Maya>. Due <!date^1795122000^{date_short_pretty} at {time}|soon> :wave:\n> Quoted &lt;b&gt;words&lt;/b&gt;\n```\nnot *bold* here\n```\n• first\n• second <!here>',
    ),
  },
  {
    type: 'section',
    text: mrkdwn(
      '<b id="injected">no</b> <script>window.injected = 1</script> <img src=x onerror="window.injected = 1"> <javascript:alert(1)|press>',
    ),
  },
  {
    type: 'section',
    fields: [mrkdwn('*Team*\nNorth'), mrkdwn('*Close*\n11:00'), plain('Calls :+1:'), plain('12')],
  },
  { type: 'section', text: mrkdwn('*今天的目标*：拜访两家客户，完成 _五个_ 电话') },
  { type: 'context', elements: [mrkdwn('Answered by *3* of 5'), plain('closes at 11:00')] },
  { type: 'divider' },
  { type: 'image', image_url: PICTURE, alt_text: 'A picture that does not load', title: plain('Picture') },
  {
    type: 'rich_text',
    elements: [
      line(
        words('Bold', { bold: true }),
        words(' and '),
        words('code', { code: true }),
        { type: 'user', user_id: 'U0WEI' },
        { type: 'emoji', name: 'tada' },
      ),
      { type: 'rich_text_list', style: 'ordered', elements: [line(words('one')), line(words('two'))] },
      { type: 'rich_text_quote', elements: [words('quoted')] },
      { type: 'rich_text_preformatted', elements: [words('let x = 1')] },
    ],
  },
  {
    type: 'markdown',
    text: '## From markdown\n\n**Bold**, a list:\n\n- one\n- two\n\n<u id="injected">no</u>',
  },
]

export const DATA: Sample[] = [
  {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'left', is_wrapped: true }, { align: 'right' }],
    rows: [
      [raw('Place'), raw('Name'), raw('Calls')],
      [raw('1'), raw('Aylin Demir'), raw('40')],
      [raw('2'), inText('Tessa Moore'), raw('31')],
    ],
  },
  {
    type: 'data_table',
    caption: 'Calls this week',
    page_size: 3,
    row_header_column_index: 0,
    rows: [
      [raw('Name'), raw('Calls')],
      ...NAMES.map((name, index) => [raw(name), number([12, 40, 7, 31, 22][index]!)]),
    ],
  },
]

export const CHARTS: Sample[][] = [
  [axisChart('bar', 'Bars'), axisChart('line', 'Lines')],
  [
    axisChart('area', 'Areas'),
    {
      type: 'data_visualization',
      title: 'Shares',
      chart: {
        type: 'pie',
        segments: [
          { label: 'Won', value: 3 },
          { label: 'Open', value: 5 },
          { label: 'Lost', value: 2 },
        ],
      },
    },
  ],
]

export const FRAMES: Sample[] = [
  {
    type: 'card',
    title: mrkdwn('*Hafenwerk*'),
    subtitle: plain('Offer sent'),
    body: mrkdwn('Waits for an answer since Monday.'),
    subtext: plain('12,000 EUR'),
    actions: [button('Call back', { style: 'primary' })],
  },
  {
    type: 'carousel',
    elements: [
      { type: 'card', title: plain('First') },
      { type: 'card', title: plain('Second') },
    ],
  },
  {
    type: 'container',
    title: plain('Details'),
    subtitle: plain('of yesterday'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: mrkdwn('Inside the container') }],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Good'), value: 'good' },
        negative_button: { text: plain('Bad'), value: 'bad' },
      },
      { type: 'icon_button', icon: 'trash', text: plain('Delete'), action_id: 'delete' },
    ],
  },
  {
    type: 'plan',
    title: 'Thinking',
    tasks: [
      { type: 'task_card', task_id: '1', title: 'Read the numbers', status: 'complete' },
      { type: 'task_card', task_id: '2', title: 'Compare', status: 'in_progress' },
    ],
  },
  { type: 'task_card', task_id: '3', title: 'A task alone', status: 'pending' },
  {
    type: 'video',
    title: plain('How it works'),
    video_url: 'https://pictures.invalid/v',
    thumbnail_url: PICTURE,
    alt_text: 'A film',
  },
  { type: 'file', external_id: 'F1', source: 'remote' },
]

const people = { type: 'users_select', action_id: 'person', placeholder: plain('Person') }

export const ELEMENTS: Sample[] = [
  { type: 'section', text: mrkdwn('Press at the side'), accessory: button('Side') },
  {
    type: 'actions',
    elements: [
      button('Go', { style: 'primary' }),
      button('Plain'),
      button('Remove', {
        style: 'danger',
        confirm: {
          title: plain('Remove it?'),
          text: mrkdwn('This cannot be *undone*.'),
          confirm: plain('Yes, remove'),
          deny: plain('Keep'),
          style: 'danger',
        },
      }),
      { type: 'overflow', action_id: 'more', options: [option('Copy'), option('Move')] },
    ],
  },
  {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: 'mood',
        placeholder: plain('Mood'),
        option_groups: [
          { label: plain('Good ones'), options: [option('Calm'), option('Glad')] },
          { label: plain('Others'), options: [option('Tired')] },
        ],
      },
      people,
      { type: 'channels_select', action_id: 'channel', placeholder: plain('Channel') },
      { type: 'conversations_select', action_id: 'talk', placeholder: plain('Conversation') },
      { type: 'external_select', action_id: 'outside', placeholder: plain('From elsewhere') },
      {
        type: 'workflow_button',
        text: plain('Start a workflow'),
        workflow: { trigger: { url: 'https://slack.com/shortcuts/Ft0/1' } },
      },
    ],
  },
  {
    type: 'actions',
    elements: [
      { type: 'datepicker', action_id: 'date', initial_date: '2026-11-17', placeholder: plain('Date') },
      { type: 'timepicker', action_id: 'time', initial_time: '09:00', placeholder: plain('Time') },
      { type: 'radio_buttons', action_id: 'radio', options: [option('One'), option('Two')] },
      {
        type: 'checkboxes',
        action_id: 'checks',
        options: [{ ...option('Tick'), description: mrkdwn('with *words*') }],
      },
    ],
  },
]

export const ATTACHMENTS = [
  { color: '#36a64f', blocks: [{ type: 'section', text: mrkdwn('Beside a green bar') }] },
  {
    color: 'danger',
    title: 'Old style',
    text: 'Still *read*',
    fields: [{ title: 'Calls', value: '12', short: true }],
    footer: 'yesterday',
  },
]

export const messages: Record<string, Sample[]> = {
  texts: TEXTS,
  data: DATA.slice(0, 1),
  'sorted data': DATA.slice(1),
  'bars and lines': CHARTS[0]!,
  'areas and shares': CHARTS[1]!,
  frames: FRAMES,
  elements: ELEMENTS,
}
