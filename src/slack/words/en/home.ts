// English: what the Home tab says to everyone.
export const home = {
  'home.more': 'Everything else: type `/kpi help` in any channel.',
} as const
