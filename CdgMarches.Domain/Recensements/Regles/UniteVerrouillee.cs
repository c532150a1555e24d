using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>L'unité d'une ligne ne change plus dès qu'un membre y a répondu.</summary>
/// <remarks>RG5.20. Dix « rames » ne deviennent pas dix « cartons » : retirer la ligne et en ajouter une autre.</remarks>
public sealed record UniteVerrouillee(int Numero, string Actuelle, string Nouvelle, bool EstRepondue) : IRegle
{
    public string Code => "RG5.20";

    public string Fondement => "Unité unique par ligne de prix";

    public string? Champ => "catalogue";

    public bool EstRespectee => !EstRepondue || Actuelle == Nouvelle;

    public string Message =>
        $"La ligne {Numero} a déjà des réponses en « {Actuelle} » : son unité ne peut devenir « {Nouvelle} ». Retirez la ligne et ajoutez-en une autre.";
}
