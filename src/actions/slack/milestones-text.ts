// Says in a line how far somebody is with their milestones.
import type { Translate } from '../../core/i18n/translate.ts'
import type { MilestoneProgress } from '../domain/milestones.ts'

export const milestonesText = ({ done, total, percent }: MilestoneProgress, t: Translate): string =>
  t('todo.milestones', { done, total, percent })
