// Slack's limits on blocks, views and messages; builders shorten texts and lists to them.
// Lengths count Unicode code points.

/** The limits of Block Kit and views: docs.slack.dev, /reference/block-kit and /reference/views. */
export const limits = {
  text: { minLength: 1, maxLength: 3000 },
  blockId: { maxLength: 255 },
  actionId: { maxLength: 255 },

  // Composition objects
  confirmation: {
    title: { maxLength: 100 },
    text: { maxLength: 300 },
    confirm: { maxLength: 30 },
    deny: { maxLength: 30 },
  },
  option: {
    text: { maxLength: 75 },
    value: { maxLength: 150 },
    description: { maxLength: 75 },
    url: { maxLength: 3000 },
  },
  optionGroup: { label: { maxLength: 75 }, options: { minItems: 1, maxItems: 100 } },

  // Elements
  button: {
    text: { maxLength: 75 },
    value: { maxLength: 2000 },
    url: { maxLength: 3000 },
    accessibilityLabel: { maxLength: 75 },
  },
  feedbackButton: {
    text: { maxLength: 75 },
    value: { maxLength: 2000 },
    accessibilityLabel: { maxLength: 75 },
  },
  iconButton: { visibleToUserIds: { maxItems: 10 } },
  select: { placeholder: { maxLength: 150 }, options: { maxItems: 100 }, optionGroups: { maxItems: 100 } },
  overflow: { options: { minItems: 1, maxItems: 5 } },
  checkboxes: { options: { minItems: 1, maxItems: 10 } },
  radioButtons: { options: { minItems: 1, maxItems: 10 } },
  plainTextInput: { maxLength: { max: 3000 } },
  fileInput: { maxFiles: { min: 1, max: 10 } },
  urlSource: { url: { minLength: 1, maxLength: 3000 } },

  // Blocks
  section: { text: { maxLength: 3000 }, fields: { maxItems: 10, itemMaxLength: 2000 } },
  header: { text: { maxLength: 150 } },
  context: { elements: { maxItems: 10 } },
  contextActions: { elements: { maxItems: 5 } },
  actions: { elements: { maxItems: 25 } },
  input: { label: { maxLength: 2000 }, hint: { maxLength: 2000 } },
  image: { imageUrl: { maxLength: 3000 }, altText: { maxLength: 2000 } },
  markdown: { text: { minLength: 1, maxLength: 12_000 } },
  video: {
    title: { maxLength: 200 },
    altText: { minLength: 1, maxLength: 200 },
    description: { maxLength: 200 },
    authorName: { maxLength: 50 },
    providerName: { maxLength: 50 },
  },
  alert: { text: { maxLength: 200 } },
  card: {
    title: { maxLength: 150 },
    subtitle: { maxLength: 150 },
    body: { maxLength: 200 },
    subtext: { maxLength: 200 },
    actions: { maxItems: 3 },
  },
  carousel: { elements: { minItems: 1, maxItems: 10 } },
  container: { title: { maxLength: 150 }, subtitle: { maxLength: 150 }, childBlocks: { maxItems: 10 } },
  dataTable: {
    rows: { minItems: 2, maxItems: 201 },
    columns: { minItems: 1, maxItems: 20 },
    pageSize: { min: 1, max: 100 },
    cellText: { minLength: 1 },
    content: { maxLength: 20_000 },
  },
  dataVisualization: {
    title: { maxLength: 50 },
    segments: { minItems: 1, maxItems: 12 },
    segment: { label: { maxLength: 20 }, value: { exclusiveMin: 0 } },
    series: { minItems: 1, maxItems: 12 },
    seriesName: { maxLength: 20 },
    data: { minItems: 1, maxItems: 20 },
    pointLabel: { maxLength: 20 },
    categories: { minItems: 1, maxItems: 20 },
    categoryLabel: { maxLength: 20 },
    axisLabel: { maxLength: 50 },
  },

  view: {
    title: { maxLength: 24 },
    submit: { maxLength: 24 },
    close: { maxLength: 24 },
    blocks: { minItems: 1, maxItems: 100 },
    callbackId: { maxLength: 255 },
    privateMetadata: { maxLength: 3000 },
  },
} as const

/** Limits of a whole message, which Slack documents at chat.postMessage. */
export const moreLimits = {
  message: {
    /** Slack recommends not to exceed this. */
    text: { advisedLength: 4000 },
    blocks: { maxItems: 50 },
    charts: { maxItems: 2 },
  },
} as const
