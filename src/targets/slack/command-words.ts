// What people type for targets, beside the command's own word.

export const TARGET_WORDS = [
  ...['targets', 'goal', 'goals', 'quota', 'quotas', 'my target', 'my quota', 'objectives'],
  ...['目标', '目標', '业绩目标', '業績目標', '任务', '任務', '配额', '配額', '业绩任务', '業績任務'],
]
