using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Un titre se rapporte à une ligne numérotée.</summary>
/// <remarks>RG6.30.</remarks>
public sealed record AppelTitrable(EtatDAppel Etat, int? Numero) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public bool EstRespectee => Numero is not null && Etat is EtatDAppel.Emis or EtatDAppel.Solde;

    public string Message => "Rien n'a été appelé : il n'y a pas de titre à noter.";
}

/// <summary>Un numéro de titre n'est porté que par un appel de l'exercice.</summary>
/// <remarks>RG6.30, RG6.32 : le comptable numérote ses titres en une suite par exercice.</remarks>
public sealed record NumeroDeTitreLibre(string? Numero, ReferenceDAppel? Autre) : IRegle
{
    public string Code => "RG6.32";

    public string Fondement => "Fichier des titres remis aux finances";

    public string? Champ => "titre";

    public bool EstRespectee => Autre is null;

    public string Message =>
        $"L'appel {Autre} porte déjà le titre n° {Numero?.Trim()} de cet exercice : vérifiez le numéro, ou corrigez d'abord celui de {Autre}.";
}

/// <summary>Le titre ne précède pas l'appel, et n'est pas à venir.</summary>
/// <remarks>RG6.30.</remarks>
public sealed record TitreApresLAppel(DateOnly DateDAppel, DateOnly? Titre, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public string? Champ => "date-de-titre";

    public bool EstRespectee => Titre is { } titre && titre >= DateDAppel && titre <= Aujourdhui;

    public string Message =>
        Titre is not { } titre ? "Donnez la date du titre."
        : titre < DateDAppel ? $"Le titre ne peut pas précéder l'appel, du {EnClair.Date(DateDAppel)} : corrigez sa date."
        : $"Le titre est un fait : sa date ne peut pas suivre aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}

/// <summary>Un paiement est positif et ne dépasse pas ce qui reste dû.</summary>
/// <remarks>RG6.30. Un trop-perçu se rembourse par mandat : il ne s'enregistre pas ici.</remarks>
public sealed record PaiementPositifEtDu(MontantTtc Montant, MontantTtc Reste) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public string? Champ => "montant-paye";

    public bool EstRespectee => Montant > MontantTtc.Zero && Montant <= Reste;

    public string Message =>
        Montant <= MontantTtc.Zero
            ? "Un paiement est plus grand que zéro."
            : $"Le paiement dépasse ce qui reste dû, {Reste.Euros.ToString("N2", Francais.Culture)} € : vérifiez le montant et l'appel.";
}

/// <summary>Un paiement a une date, suit l'appel, et n'est pas à venir.</summary>
/// <remarks>RG6.30.</remarks>
public sealed record DateDePaiement(DateOnly? Le, DateOnly DateDAppel, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public string? Champ => "le";

    public bool EstRespectee => Le is { } le && le >= DateDAppel && le <= Aujourdhui;

    public string Message =>
        Le is not { } le ? "Donnez la date du paiement."
        : le < DateDAppel ? $"Le paiement ne peut pas précéder l'appel, du {EnClair.Date(DateDAppel)} : corrigez sa date."
        : $"Le paiement est un fait : sa date ne peut pas suivre aujourd'hui, le {EnClair.Date(Aujourdhui)}.";
}

/// <summary>On ne relance qu'un appel en retard, une fois par échéance, jusqu'au paiement.</summary>
/// <remarks>FEATURES G. Les délais sont des valeurs datées.</remarks>
public sealed record RelanceDue(DateOnly Jour, DateOnly? Prochaine) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "Délais de paiement réglés pour les contributions";

    public bool EstRespectee => Prochaine is { } prochaine && Jour >= prochaine;

    public string Message =>
        Prochaine is { } prochaine
            ? $"La prochaine relance est due le {EnClair.Date(prochaine)} : attendez ce jour."
            : "Cet appel est soldé : il n'y a rien à relancer.";
}

/// <summary>On met en demeure sur un titre.</summary>
/// <remarks>RG6.21 : titre émis, échéance passée, mise en demeure en recommandé.</remarks>
public sealed record TitreEmisAvantLaMiseEnDemeure(string? Titre) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => Titre is not null;

    public string Message => "Notez d'abord le numéro du titre : on ne met pas en demeure de payer une dette sans titre.";
}

/// <summary>Seul un appel, ou son complément, se réclame ; une réduction ou une annulation n'est due par personne.</summary>
/// <remarks>RG6.11, RG6.30.</remarks>
public sealed record AppelAPayer(NatureDAppel Nature) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public bool EstRespectee => Nature.SePaie();

    public string Message => "Cette ligne diminue un appel : elle ne se réclame pas.";
}

/// <summary>On ne met en demeure qu'une fois le délai de paiement passé.</summary>
/// <remarks>RG6.21 : titre émis, échéance passée, mise en demeure en recommandé. Le jour de l'échéance, on peut encore payer.</remarks>
public sealed record EcheanceDePaiementPassee(DateOnly Jour, DateOnly Echeance) : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => "Convention d'accès, art. 5";

    public bool EstRespectee => Jour > Echeance;

    public string Message =>
        $"Le titre reste payable jusqu'au {EnClair.Date(Echeance)} : la mise en demeure peut partir au plus tôt le {EnClair.Date(Echeance.AddDays(1))}.";
}

/// <summary>Une mise en demeure court : une seconde ne part pas avant qu'elle soit échue.</summary>
/// <remarks>
/// RG6.21. Chacune ouvre un délai ; deux à la fois diraient deux échéances. Le délai court de la notification que porte le
/// registre des courriers ; tant qu'elle n'est pas connue, de l'envoi : une lettre perdue n'empêche pas d'en refaire une.
/// </remarks>
public sealed record AucuneMiseEnDemeureEnCours(DateOnly Jour, DateOnly? MiseEnDemeureLe, int Delai, DateOnly? NotifieeLe = null)
    : IRegle
{
    public string Code => "RG6.21";

    public string Fondement => "Convention d'accès, art. 5";

    private DateOnly? Depart => NotifieeLe >= MiseEnDemeureLe ? NotifieeLe : MiseEnDemeureLe;

    public bool EstRespectee => Depart is not { } le || Jour > Delais.AjouterJours(le, Delai);

    public string Message =>
        MiseEnDemeureLe is { } le
            ? $"La mise en demeure du {EnClair.Date(le)}{(NotifieeLe is { } notifiee ? $", notifiée le {EnClair.Date(notifiee)}," : "")} court jusqu'au {EnClair.Date(Delais.AjouterJours(Depart!.Value, Delai))} : attendez son échéance."
            : "";
}

/// <summary>Le débiteur d'un titre a un SIRET.</summary>
/// <remarks>RG6.32, RG6.35.</remarks>
public sealed record SiretDuDebiteurConnu(string Nom, string? Siret) : IRegle
{
    public string Code => "RG6.35";

    public string Fondement => "Chorus Pro : identifiant du débiteur public";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Siret);

    public string Message => $"{Nom} : le SIRET manque, complétez sa fiche ; le titre pourra partir aussitôt.";
}

/// <summary>Le code service, quand le débiteur l'exige de Chorus Pro, est renseigné.</summary>
/// <remarks>RG6.35. Il ne retient que son propre titre.</remarks>
public sealed record CodeServiceRenseigne(string Nom, bool Exige, string? CodeDuService) : IRegle
{
    public string Code => "RG6.35";

    public string Fondement => "Chorus Pro : paramètres du débiteur";

    public string? Champ => "code-service";

    public bool EstRespectee => !Exige || !string.IsNullOrWhiteSpace(CodeDuService);

    public string Message => $"{Nom} exige un code service : notez-le sur sa fiche, ou sur l'appel s'il lui est propre.";
}

/// <summary>Le numéro d'engagement, quand le débiteur l'exige de Chorus Pro, est renseigné.</summary>
/// <remarks>RG6.35. Il ne retient que son propre titre.</remarks>
public sealed record EngagementRenseigne(string Nom, bool Exige, string? Numero) : IRegle
{
    public string Code => "RG6.35";

    public string Fondement => "Chorus Pro : paramètres du débiteur";

    public string? Champ => "engagement";

    public bool EstRespectee => !Exige || !string.IsNullOrWhiteSpace(Numero);

    public string Message => $"{Nom} exige un numéro d'engagement : notez-le sur l'appel.";
}
