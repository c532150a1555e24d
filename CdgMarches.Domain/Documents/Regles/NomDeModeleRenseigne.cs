using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Un modèle porte un nom, que les agents lisent au moment de choisir.</summary>
/// <remarks>H1.</remarks>
public sealed record NomDeModeleRenseigne(string Nom, int Maximum) : IRegle
{
    public string Code => "H1";

    public string Fondement => "Bibliothèque de modèles";

    public string? Champ => "nom";

    public bool EstRespectee => Nom.Length > 0 && Nom.Length <= Maximum;

    public string Message =>
        Nom.Length == 0
            ? "Donnez un nom au modèle : c'est lui que l'on choisira dans la liste."
            : $"Le nom compte {Nom.Length.ToString(Francais.Culture)} caractères : raccourcissez à {Maximum.ToString(Francais.Culture)} au plus.";
}
