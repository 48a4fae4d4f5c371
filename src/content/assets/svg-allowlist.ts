/** The elements of SVG 2 that only draw. No scripts, links or metadata. */
export const SVG_ELEMENTS: ReadonlySet<string> = words(`
  svg g defs symbol use switch title desc style image foreignObject
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

/** The HTML elements that programs use for labels in an SVG, inside `<foreignObject>`. */
export const LABEL_ELEMENTS: ReadonlySet<string> = words(
  'div span p br b i em strong u s code pre small sub sup ul ol li',
)

/** The attributes of these elements. `href` is checked by its target, styles by what they fetch. */
export const SVG_ATTRIBUTES: ReadonlySet<string> = words(`
  id class style lang xml:lang xml:space role aria-label aria-labelledby aria-hidden aria-describedby
  requiredExtensions requiredFeatures systemLanguage version baseProfile
  viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength transform
  transform-origin gradientTransform gradientUnits spreadMethod offset patternTransform patternUnits patternContentUnits
  clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits mask-type
  markerWidth markerHeight markerUnits refX refY orient
  dx dy rotate textLength lengthAdjust startOffset method spacing side
  in in2 result type values tableValues slope intercept amplitude exponent mode operator k1 k2 k3 k4 order kernelMatrix
  divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent
  kernelUnitLength limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z scale xChannelSelector
  yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity
  font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
  font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing
  lighting-color line-height marker marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order
  shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-overflow text-rendering
  unicode-bidi vector-effect visibility white-space word-spacing writing-mode enable-background`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
