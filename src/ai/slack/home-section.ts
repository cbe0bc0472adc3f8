// The Home tab's last part: questions that the reader may ask, where a model answers them.
import { actorOf } from '../../org/flows/actor.ts'
import { askButtons } from '../../slack/ask-buttons.ts'
import { section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { canAsk } from '../flows/can-ask.ts'
import { suggestionsFor } from './suggestions.ts'
import { ASK_TOOLS } from './tools/tools.ts'

const MOST = 3

export const askSection: HomeSection = {
  place: 50,
  draw: async (who, now, t, context) => {
    if (!context.model) return []
    const actor = await actorOf(context.db, who, now)
    const questions = suggestionsFor(actor, t).slice(0, MOST)
    if (questions.length === 0 || !(await canAsk(context, who, actor, ASK_TOOLS))) return []
    return [section(t('ask.home')), askButtons(questions)]
  },
}
