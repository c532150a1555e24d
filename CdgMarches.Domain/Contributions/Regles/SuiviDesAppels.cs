using CdgMarches.Domain.Noyau;

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

/// <summary>Le titre ne précède pas l'appel.</summary>
/// <remarks>RG6.30.</remarks>
public sealed record TitreApresLAppel(DateOnly DateDAppel, DateOnly? Titre) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public string? Champ => "date-de-titre";

    public bool EstRespectee => Titre is { } titre && titre >= DateDAppel;

    public string Message =>
        Titre is null
            ? "Donnez la date du titre."
            : $"Le titre ne peut pas précéder l'appel, du {EnClair.Date(DateDAppel)} : corrigez sa date.";
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

/// <summary>Un fait de recouvrement a une date, et suit l'appel.</summary>
/// <remarks>RG6.30.</remarks>
public sealed record DateDePaiement(DateOnly? Le, DateOnly DateDAppel) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public string? Champ => "le";

    public bool EstRespectee => Le is { } le && le >= DateDAppel;

    public string Message =>
        Le is null ? "Donnez la date." : $"La date ne peut pas précéder l'appel, du {EnClair.Date(DateDAppel)}.";
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

    public bool EstRespectee => Nature is NatureDAppel.Initial or NatureDAppel.Complement;

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

/// <summary>Le débiteur d'un titre a un SIRET.</summary>
/// <remarks>RG6.32, RG6.35.</remarks>
public sealed record SiretDuDebiteurConnu(string Nom, string? Siret) : IRegle
{
    public string Code => "RG6.35";

    public string Fondement => "Chorus Pro : identifiant du débiteur public";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Siret);

    public string Message => $"{Nom} : le SIRET manque, complétez sa fiche puis l'appel.";
}

/// <summary>Ce que le débiteur exige de Chorus Pro est renseigné.</summary>
/// <remarks>RG6.35. Il ne retient que son propre titre.</remarks>
public sealed record ChorusRenseigne(string Nom, IReadOnlyList<string> Manques) : IRegle
{
    public string Code => "RG6.35";

    public string Fondement => "Chorus Pro : paramètres du débiteur";

    public bool EstRespectee => Manques.Count == 0;

    public string Message => $"{Nom} exige {string.Join(" et ", Manques)} : complétez-les sur l'appel.";
}
