// Finds whose data stands in a text though the asker of a question may not see it.
import { EVERYBODY, tracesOf } from './people.ts'

/** Names and figures. `sees`: the marks of those who may be told of. Thousands separators are taken out of the text before. */
export const leaksIn = (text: string, sees: readonly string[]): string[] =>
  EVERYBODY.filter(({ mark }) => !sees.includes(mark)).flatMap((person) => {
    const { name, figures } = tracesOf(person)
    const found = figures.filter((figure) => new RegExp(`(?<!\\d)${figure}(?!\\d)`, 'u').test(text))
    return [...(text.includes(name) ? [name] : []), ...found]
  })
