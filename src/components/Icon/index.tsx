import type {ComponentType, ReactNode} from 'react'

/** An SVG file of `lucide-static`, as the SVG loader makes one path of it (`icon-shapes.ts`), or what draws one later. */
export type IconShape = string | ComponentType

/** An icon, never read aloud: the word is beside it. Its stroke thins from 20 px on. */
export default function Icon({
  of: Shape,
  size = 16,
  className,
}: {
  readonly of: IconShape
  readonly size?: number
  readonly className?: string | undefined
}): ReactNode {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={size < 20 ? 2 : 1.75}
      className={className}
    >
      {typeof Shape === 'string' ? <path d={Shape} /> : <Shape />}
    </svg>
  )
}
