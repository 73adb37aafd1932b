// What the SVG loader makes of an icon (`icon-shapes.ts`), where the site's own types know any SVG file as a component.
declare module 'lucide-static/icons/*.svg' {
  /** The `d` of the one path that the icon is drawn with. */
  const path: string
  export default path
}
