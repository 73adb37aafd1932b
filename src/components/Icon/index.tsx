import type {ComponentType, ReactNode, SVGProps} from 'react'

/** An SVG file of `lucide-static`, as the SVG loader turns it into a component. */
export type IconShape = ComponentType<SVGProps<SVGSVGElement>>

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
    <Shape
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      strokeWidth={size < 20 ? 2 : 1.75}
      className={className}
    />
  )
}
