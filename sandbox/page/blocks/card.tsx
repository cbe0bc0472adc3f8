// A card with image, title, text and up to three buttons; a carousel is a row of cards.
import type { Block, Element, Text } from '../../state/block-kit.ts'
import { ElementOf } from '../elements/element.tsx'
import { RichText } from '../text/mrkdwn.tsx'
import { useWords } from '../words.ts'
import type { BlockProps } from './block-props.ts'
import { Picture } from './image.tsx'

export function Card({ block }: { block: Block }) {
  const text = (key: string) => block[key] as Text | undefined
  const [title, subtitle, body, subtext] = ['title', 'subtitle', 'body', 'subtext'].map(text)
  const actions = (block.actions as Element[] | undefined) ?? []
  return (
    <div className="card">
      {block.hero_image !== undefined && <Picture of={block.hero_image as object} className="hero" />}
      <div className="card-head">
        {block.icon !== undefined && <Picture of={block.icon as object} className="card-icon" />}
        <div>
          {title && (
            <div className="card-title">
              <RichText text={title} />
            </div>
          )}
          {subtitle && (
            <div className="faint">
              <RichText text={subtitle} />
            </div>
          )}
        </div>
      </div>
      {body && <RichText text={body} />}
      {subtext && (
        <div className="faint small">
          <RichText text={subtext} />
        </div>
      )}
      {actions.length > 0 && (
        <div className="actions">
          {actions.map((element) => (
            <ElementOf key={element.action_id} block={block} element={element} />
          ))}
        </div>
      )}
    </div>
  )
}

export function Carousel({ block }: BlockProps) {
  const words = useWords()
  const cards = (block.elements ?? []) as unknown as Block[]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="carousel" role="group" aria-label={words.showMore} tabIndex={0}>
      {cards.map((card, index) => (
        <Card key={card.block_id ?? index} block={card} />
      ))}
    </div>
  )
}
