using Bunit;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Socle.Composants;

/// <summary>Le contexte des tests de composants : les appels au navigateur y sont sans effet, mais retenus.</summary>
public abstract class EssaiDeComposant : BunitContext
{
    protected EssaiDeComposant() => JSInterop.Mode = JSRuntimeMode.Loose;

    protected IReadOnlyList<object?> Appels(string identifiant) =>
        [
            .. JSInterop
                .Invocations.Where(i => i.Identifier == identifiant)
                .Select(i => i.Arguments is [var premier, ..] ? premier : null),
        ];

    protected sealed record RegleDEssai(string Message, string? Champ = null, bool Respectee = false) : IRegle
    {
        public string Code => "RG0.00";

        public string Fondement => "Convention, art. 3.2";

        public bool EstRespectee => Respectee;

        public Portee Portee { get; init; }
    }
}
