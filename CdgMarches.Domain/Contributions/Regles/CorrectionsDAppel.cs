using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions.Regles;

/// <summary>Un exercice se clôt l'année suivante.</summary>
/// <remarks>FEATURES G, RG6.30.</remarks>
public sealed record ExerciceFini(int Annee, DateOnly Jour) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "Instruction budgétaire et comptable M57";

    public bool EstRespectee => Jour.Year > Annee;

    public string Message => "L'exercice n'est pas fini : il se clôt l'année suivante. Rien n'a été modifié.";
}

/// <summary>Un exercice ne se clôt qu'une fois.</summary>
/// <remarks>FEATURES G, RG6.30.</remarks>
public sealed record ExerciceEncoreOuvert(int Annee, DateOnly? ClosLe) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "Instruction budgétaire et comptable M57";

    public bool EstRespectee => ClosLe is null;

    public string Message => $"L'exercice est déjà clos, depuis le {EnClair.Date(ClosLe ?? default)}.";
}

/// <summary>Un exercice ne se clôt pas au milieu d'une émission.</summary>
/// <remarks>RG6.14, RG6.30. Une partie de ses appels serait écrite, l'autre refusée.</remarks>
public sealed record AucuneEmissionEnCours(string? Campagne) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "Instruction budgétaire et comptable M57, clôture de l'exercice";

    public bool EstRespectee => Campagne is null;

    public string Message =>
        $"L'émission de « {Campagne} » est commencée et n'est pas finie : laissez-la finir, ou reprenez-la, puis clôturez. L'exercice reste ouvert.";
}

/// <summary>Seul un report peut être repris dans un autre appel.</summary>
/// <remarks>RG6.15.</remarks>
public sealed record DetteReportee(EtatDAppel Etat) : IRegle
{
    public string Code => "RG6.15";

    public string Fondement => "CGCT, art. D1611-1";

    public bool EstRespectee => Etat is EtatDAppel.Reporte;

    public string Message => "Cette dette n'est pas en attente de report.";
}

/// <summary>L'appel est émis.</summary>
/// <remarks>RG6.30.</remarks>
public sealed record AppelEmis(EtatDAppel Etat) : IRegle
{
    public string Code => "RG6.30";

    public string Fondement => "CGCT, art. L1617-5";

    public bool EstRespectee => Etat is EtatDAppel.Emis or EtatDAppel.Solde;

    public string Message => "Rien n'a été appelé : il n'y a ni titre, ni paiement, ni correction à noter.";
}

/// <summary>On réduit ou annule ce qui est appelé ; ce qui ne l'a pas été se complète.</summary>
/// <remarks>RG6.03, RG6.11 : une dette gardée à zéro, ou reportée sous le seuil, s'appelle par un complément quand un chiffre change.</remarks>
public sealed record DetteACorriger(EtatDAppel Etat, NatureDAppel Correction) : IRegle
{
    public string Code => "RG6.11";

    public string Fondement => "CGCT, art. L1617-5";

    public bool EstRespectee =>
        Etat is EtatDAppel.Emis or EtatDAppel.Solde
        || (Correction is NatureDAppel.Complement && Etat is EtatDAppel.SansAppel or EtatDAppel.Reporte);

    public string Message =>
        Etat is EtatDAppel.Repris
            ? "Cette dette est reprise dans un autre appel : corrigez celui-là."
            : "Rien n'a été appelé : il n'y a rien à réduire ni à annuler. Faites un complément.";
}

/// <summary>On corrige l'appel, non une correction.</summary>
/// <remarks>RG6.11.</remarks>
public sealed record CorrigeUnAppelInitial(NatureDAppel Nature) : IRegle
{
    public string Code => "RG6.11";

    public string Fondement => "Instruction M57 : titres d'annulation et de réduction";

    public bool EstRespectee => Nature is NatureDAppel.Initial;

    public string Message => "Cette ligne est elle-même une correction : corrigez l'appel auquel elle se rapporte.";
}

/// <summary>Une correction a un montant, et une réduction n'ôte pas plus que l'appel.</summary>
/// <remarks>RG6.11.</remarks>
public sealed record CorrectionDansLAppel(NatureDAppel Nature, MontantHt Montant, MontantHt Reste) : IRegle
{
    public string Code => "RG6.11";

    public string Fondement => "Instruction M57 : titres d'annulation et de réduction";

    public string? Champ => "correction";

    public bool EstRespectee =>
        Nature switch
        {
            NatureDAppel.Annulation => Reste > MontantHt.Zero,
            NatureDAppel.Reduction => Montant > MontantHt.Zero && Montant < Reste,
            NatureDAppel.Complement => Montant > MontantHt.Zero,
            NatureDAppel.Initial => false,
        };

    public string Message =>
        Nature switch
        {
            NatureDAppel.Annulation => "Cet appel est déjà ramené à rien.",
            NatureDAppel.Reduction =>
                $"Une réduction va de 0,01 € à moins de {EnClair.Montant(Reste)} ; au-delà, annulez l'appel.",
            _ => "Donnez le montant de la correction, plus grand que zéro.",
        };
}

/// <summary>Laisser un écart sans le corriger se motive.</summary>
/// <remarks>RG6.11. Le motif dit au comptable, et à celui qui revoit l'exercice, que c'est voulu.</remarks>
public sealed record MotifDeLEcart(string? Motif, int Maximum) : IRegle
{
    public string Code => "RG6.11";

    public string Fondement => "Instruction M57 : titres d'annulation et de réduction";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif) && Motif.Trim().Length <= Maximum;

    public string Message =>
        $"Dites pourquoi l'écart est laissé, {Maximum.ToString(Francais.Culture)} caractères au plus. Rien n'a été noté.";
}
