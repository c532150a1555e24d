using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres;

/// <summary>Une valeur datée a été ajoutée, avec ce qu'elle remplace.</summary>
public sealed record ValeurDateeAjoutee(string Nom, string? Avant, string Apres) : IEvenementMetier
{
    public string Libelle => $"Valeur ajoutée : {Nom}";
}

/// <summary>Une valeur qui n'était pas encore en vigueur a été retirée.</summary>
public sealed record ValeurDateeRetiree(string Nom, string Avant) : IEvenementMetier
{
    public string Libelle => $"Valeur à venir retirée : {Nom}";
}

/// <summary>Un réglage général a changé.</summary>
public sealed record ReglageModifie(string Nom, string Avant, string Apres) : IEvenementMetier
{
    public string Libelle => $"Réglage modifié : {Nom}";
}
