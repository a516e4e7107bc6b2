/// The keywords that refuse something, each with a file in `Keywords/`.
///
/// `then` and `else` are compiled with `if`; `minContains` and `maxContains` with `contains`.
enum Keywords {
  static let all: [any Keyword.Type] = [
    AdditionalItems.self,
    AdditionalProperties.self,
    AllOf.self,
    AnyOf.self,
    Conditional.self,
    Constant.self,
    Contains.self,
    ContentEncoding.self,
    ContentMediaType.self,
    Dependencies.self,
    DependentRequired.self,
    DependentSchemas.self,
    DynamicReference.self,
    Enumeration.self,
    ExclusiveMaximum.self,
    ExclusiveMinimum.self,
    FormatKeyword.self,
    Items.self,
    MaxItems.self,
    MaxLength.self,
    MaxProperties.self,
    Maximum.self,
    MinItems.self,
    MinLength.self,
    MinProperties.self,
    Minimum.self,
    MultipleOf.self,
    Not.self,
    OneOf.self,
    PatternKeyword.self,
    PatternProperties.self,
    PrefixItems.self,
    Properties.self,
    PropertyNames.self,
    RecursiveReference.self,
    Reference.self,
    Required.self,
    TypeKeyword.self,
    UnevaluatedItems.self,
    UnevaluatedProperties.self,
    UniqueItems.self,
  ]

  static let table = KeywordTable(all)

  /// Finds a keyword by its name.
  static func named(_ name: Span<UInt8>) -> KeywordTraits? {
    let number = table.number(of: name)
    return number < 0 ? nil : table[number]
  }
}
