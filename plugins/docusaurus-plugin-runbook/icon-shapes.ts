// How an SVG file becomes the one path that is in it: `Icon` draws the element around, the same for all. A page shows
// dozens of icons, and a path is the least that each can be.

interface Drawing {
  /** The root of the file as JSX. */
  readonly jsx: {readonly children: readonly Shape[]}
}

interface Shape {
  readonly openingElement: {readonly attributes: readonly Attribute[]}
}

interface Attribute {
  readonly name: {readonly name: string}
  readonly value: {readonly value: string}
}

interface Context {
  /** Parses a module; what is put in is a tree. */
  readonly tpl: (texts: TemplateStringsArray, ...parts: readonly unknown[]) => unknown
  readonly options: {readonly state: {readonly filePath?: string}}
}

/** Options of SVGR. Its template throws where a file is more than strokes of one kind. */
export const iconShapes = {
  titleProp: false,
  svgoConfig: {
    plugins: [
      // A dot is covered by its stroke.
      {name: 'removeAttrs', params: {attrs: 'circle:fill'}},
      {name: 'roundedRectToPath', fn: roundedRectToPath},
      {name: 'convertShapeToPath', params: {convertArcs: true}},
      {name: 'mergePaths', params: {force: true}},
      'preset-default',
    ],
  },
  template: ({jsx: {children}}: Drawing, {tpl, options}: Context) => {
    const [shape, ...shapes] = children
    const [path, ...attributes] = shape?.openingElement.attributes ?? []
    if (path?.name.name !== 'd' || attributes.length > 0 || shapes.length > 0)
      throw new Error(`${options.state.filePath ?? 'The icon'} cannot be drawn as one path.`)
    return tpl`export default ${{type: 'StringLiteral', value: path.value.value}}`
  },
}

interface Node {
  name: string
  attributes: Record<string, string>
}

// What `convertShapeToPath` leaves as it is.
function roundedRectToPath(): unknown {
  return {
    element: {
      enter: (node: Node) => {
        const {rx, ry = rx, x = '0', y = '0', width, height, ...rest} = node.attributes
        if (node.name !== 'rect' || rx === undefined) return
        const [a, b] = [Number(rx), Number(ry)]
        const [w, h] = [Number(width) - 2 * a, Number(height) - 2 * b]
        const corner = (toX: number, toY: number) => `a${a} ${b} 0 0 1 ${toX} ${toY}`
        const d = [
          `M${Number(x) + a} ${y}h${w}${corner(a, b)}v${h}${corner(-a, b)}`,
          `h${-w}${corner(-a, -b)}v${-h}${corner(a, -b)}z`,
        ].join('')
        node.name = 'path'
        node.attributes = {...rest, d}
      },
    },
  }
}
