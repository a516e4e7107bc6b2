import CLibYAML

/// The events of a YAML text, one after the other, as libyaml reads them.
///
/// It is the only code that talks to libyaml: what it hands out are numbers, copies and answers, never a pointer.
@safe
struct YAMLEvents: ~Copyable {
  /// What an event is.
  enum Kind: UInt8 {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias
    case scalar
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    /// The text is not well-formed; no event follows.
    case failure
  }

  /// Why the text cannot be read further, in libyaml's words.
  struct Failure: Hashable {
    /// What went wrong.
    var problem: String
    /// The code point that it was found at.
    var index: Int
    /// What was being read; empty if libyaml does not say.
    var context: String
    /// The code point where that begins.
    var contextIndex: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var holdsEvent = false
  // The union of an event's data is copied as a whole whenever a member is read, so each is read once.
  private var anchor: UnsafeMutablePointer<UInt8>?
  private var tag: UnsafeMutablePointer<UInt8>?
  private var scalar: UnsafeMutablePointer<UInt8>?
  /// The length of a scalar's content in bytes.
  private(set) var scalarLength = 0
  /// How a node is written.
  private(set) var style = Node.Style.plain
  private var hasFailed = false

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      hasFailed = true
      return
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    if holdsEvent { unsafe yaml_event_delete(event) }
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads valid UTF-8 from an offset on.
  static func read<Result>(
    _ bytes: [UInt8], from start: Int, _ body: (inout YAMLEvents) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var events = unsafe YAMLEvents(UnsafeBufferPointer(rebasing: buffer[start...]))
      return body(&events)
    }
  }
}

// MARK: - Reading

extension YAMLEvents {
  /// Goes to the next event.
  ///
  /// After a failure or the end of the stream libyaml would answer for ever, with nothing: neither is asked again.
  mutating func next() -> Kind {
    if hasFailed { return .failure }
    if holdsEvent { unsafe yaml_event_delete(event) }
    holdsEvent = false
    guard unsafe yaml_parser_parse(parser, event) == 1 else {
      hasFailed = true
      return .failure
    }
    holdsEvent = true
    switch unsafe event.pointee.type {
    case YAML_SCALAR_EVENT:
      readScalar()
      return .scalar
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.pointee.data.mapping_start
      unsafe (anchor, tag) = (start.anchor, start.tag)
      unsafe style = start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
      return .mappingStart
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.pointee.data.sequence_start
      unsafe (anchor, tag) = (start.anchor, start.tag)
      unsafe style = start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
      return .sequenceStart
    case YAML_ALIAS_EVENT:
      unsafe (anchor, tag) = (event.pointee.data.alias.anchor, nil)
      return .alias
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    default: return .streamEnd
    }
  }

  private mutating func readScalar() {
    let data = unsafe event.pointee.data.scalar
    unsafe (anchor, tag, scalar) = (data.anchor, data.tag, data.value)
    unsafe scalarLength = data.length
    switch unsafe data.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: style = .literal
    case YAML_FOLDED_SCALAR_STYLE: style = .folded
    default: style = .plain
    }
  }

  /// The code point that the event begins at; a node's anchor or tag is its beginning.
  var start: Int { unsafe event.pointee.start_mark.index }

  /// The code point that the event ends before.
  var end: Int { unsafe event.pointee.end_mark.index }

  /// What made ``next()`` fail.
  var failure: Failure {
    Failure(
      problem: unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
      index: unsafe parser.pointee.problem_mark.index,
      context: unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
      contextIndex: unsafe parser.pointee.context_mark.index)
  }
}

// MARK: - Documents

extension YAMLEvents {
  /// Whether a document starts without `---`.
  var isImplicitStart: Bool { unsafe event.pointee.data.document_start.implicit != 0 }

  /// Whether a document ends without `...`.
  var isImplicitEnd: Bool { unsafe event.pointee.data.document_end.implicit != 0 }
}

// MARK: - Scalars

extension YAMLEvents {
  /// Whether a scalar's content is what stands in a range of these bytes.
  func scalarEquals(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count == scalarLength, unsafe scalar != nil, range.lowerBound >= 0, range.upperBound <= bytes.count
    else { return false }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe memcmp(buffer.baseAddress! + range.lowerBound, scalar!, range.count) == 0
    }
  }

  /// A copy of a scalar's content.
  func appendScalar(to text: inout [UInt8]) {
    unsafe text.append(contentsOf: UnsafeBufferPointer(start: scalar, count: scalarLength))
  }
}

// MARK: - Anchors and tags

extension YAMLEvents {
  /// The length of the name of a node's anchor, in bytes.
  var anchorLength: Int? { unsafe anchor.map { unsafe strlen($0) } }

  /// The full tag of a scalar, a list or a mapping.
  var fullTag: [UInt8]? {
    guard let tag = unsafe tag else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: tag, count: strlen(tag)))
  }

  /// Whether a scalar, a list or a mapping has an anchor or a tag.
  var hasProperties: Bool { unsafe anchor != nil || tag != nil }
}
