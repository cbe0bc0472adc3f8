// Text objects; the maximum length depends on the field that contains them.
import { type Limit, limitNamed } from './limit.ts'
import { boolean, byType, object, oneOf, type Shape, string } from './shape.ts'

const atLeast = limitNamed('text.min_length')

const plain = (max: Limit) =>
  object({ type: oneOf('plain_text'), text: string({ min: atLeast, max }), 'emoji?': boolean })

const mrkdwn = (max: Limit) =>
  object({ type: oneOf('mrkdwn'), text: string({ min: atLeast, max }), 'verbatim?': boolean })

/** A text object of type `plain_text`; `name` is the field whose limit applies. */
export function plainText(name: string): Shape {
  const types = { plain_text: plain(limitNamed(`${name}.max_length`)) }
  return byType(types, 'text.type')
}

/** A text object of either type; `name` is the field whose limit applies. */
export function anyText(name: string): Shape {
  const types = textTypes(limitNamed(`${name}.max_length`))
  return byType(types, 'text.type')
}

/** Both types of text objects, for fields that mix them with elements. */
export const textTypes = (max: Limit) => ({ plain_text: plain(max), mrkdwn: mrkdwn(max) })
