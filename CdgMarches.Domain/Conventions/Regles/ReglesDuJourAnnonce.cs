using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Conventions.Regles;

/// <summary>Le dernier jour qu'une lettre annonce laisse au moins courir le délai de la convention.</summary>
/// <remarks>
/// RG6.20. « La décision ne pourra prendre effet qu'après un délai » : un jour plus lointain est permis, un plus proche ne vaut
/// pas. Tant que la réception n'est pas connue, on compte de l'envoi : la lettre ne peut pas être reçue plus tôt.
/// </remarks>
/// <param name="Auteur">Du fait de qui.</param>
/// <param name="Annonce">Le jour annoncé ; nul si la lettre n'en dit rien.</param>
/// <param name="Depuis">La réception ; à défaut, l'envoi.</param>
/// <param name="EstRecue">Vrai quand le jour est celui de la réception.</param>
/// <param name="Mois">Le délai de la convention, en mois.</param>
public sealed record JourAnnonceApresLeDelai(
    AuteurDeDenonciation Auteur,
    DateOnly? Annonce,
    DateOnly Depuis,
    bool EstRecue,
    int Mois
) : IRegle
{
    private DateOnly AuPlusTot => Delais.AjouterMois(Depuis, Mois);

    public string Code => "RG6.20";

    public string Fondement => ArticlesDAcces.Denonciation(Auteur);

    public string? Champ => "annonce";

    public bool EstRespectee => Annonce is not { } annonce || annonce >= AuPlusTot;

    public string Message =>
        $"{(EstRecue ? $"Reçue le {EnClair.Date(Depuis)}" : $"Envoyée le {EnClair.Date(Depuis)}, et reçue ce jour-là au plus tôt")} : {EffetDeDenonciation.DireLeDelai(Mois, Depuis, AuPlusTot)}. La convention reste en vigueur jusqu'au {EnClair.Date(AuPlusTot)} au moins : le {EnClair.Date(Annonce ?? AuPlusTot)} ne peut pas être son dernier jour. Laissez le champ vide, ou donnez un jour plus lointain.";
}

/// <summary>Une dénonciation ne fait pas durer une convention qui s'arrête d'elle-même.</summary>
/// <remarks>RG6.19, RG6.20. Le jour du terme est permis.</remarks>
public sealed record JourAnnonceAvantLeTerme(DateOnly? Annonce, DateOnly? Terme) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5, al. 1";

    public string? Champ => "annonce";

    public bool EstRespectee => Annonce is not { } annonce || Terme is not { } terme || annonce <= terme;

    public string Message =>
        $"La convention s'arrête d'elle-même le {EnClair.Date(Terme!.Value)} : une dénonciation ne la fait pas durer jusqu'au {EnClair.Date(Annonce!.Value)}. Laissez le champ vide, ou donnez un jour d'ici là.";
}

/// <summary>La lettre d'un acte de la convention ne la précède pas.</summary>
/// <remarks>RG6.20, RG6.21. Un dossier s'ouvre parfois des années après : la lettre est aussi ancienne qu'elle, jamais plus.</remarks>
/// <param name="ChampSaisi">Où corriger.</param>
/// <param name="EnvoyeeLe">L'envoi.</param>
/// <param name="Debut">La première signature, ou l'effet s'il est antérieur ; nul tant que rien n'est daté.</param>
public sealed record LettreApresLaSignature(string ChampSaisi, DateOnly EnvoyeeLe, DateOnly? Debut) : IRegle
{
    public string Code => "RG6.20";

    public string Fondement => "Convention d'accès, art. 5";

    public string? Champ => ChampSaisi;

    public bool EstRespectee => Debut is not { } debut || EnvoyeeLe >= debut;

    public string Message =>
        $"La convention n'existait pas encore : sa première signature est du {EnClair.Date(Debut ?? EnvoyeeLe)}. Une lettre envoyée le {EnClair.Date(EnvoyeeLe)} n'a pas pu la viser ; corrigez la date.";
}
