using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Un exercice comptable où l'on a appelé quelque chose, jusqu'à sa clôture.</summary>
/// <remarks>Clos, ce qui s'y corrige passe par mandat et non par titre (FEATURES G). Il s'ouvre à la première émission.</remarks>
public sealed class ExerciceDAppel : Agregat
{
    private ExerciceDAppel() { }

    public ExerciceDAppelId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public int Annee { get; private init; }

    /// <summary>Nul tant qu'il est ouvert.</summary>
    public DateOnly? ClosLe { get; private set; }

    public string? Par { get; private set; }

    public override IEnumerable<EcheanceDue> Echeances =>
        [
            new EcheanceDue(
                "cloture",
                new DateOnly(Annee, 12, 31),
                $"Clôture de l'exercice {EnTexte} : appelé et non titré, restes à recouvrer",
                "RG6.30",
                "Instruction budgétaire et comptable M57, rattachement des produits à l'exercice"
            )
            {
                Alertes = [30],
                Adresse = $"/contributions/suivi?exercice={EnTexte}",
                EstAccomplie = ClosLe is not null,
            },
        ];

    private string EnTexte => Annee.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static ExerciceDAppel Ouvrir(int annee)
    {
        Verdict.De(new AnneeDExercicePlausible(annee)).Exiger();
        var exercice = new ExerciceDAppel { Id = ExerciceDAppelId.Nouveau(), Annee = annee };
        exercice.Signaler(new ExerciceOuvert(annee));
        return exercice;
    }

    /// <param name="jour">Aujourd'hui.</param>
    /// <param name="enCours">La campagne de l'exercice dont l'émission est commencée et pas finie ; nulle s'il n'y en a pas.</param>
    public Verdict PeutClore(DateOnly jour, string? enCours = null) =>
        Verdict.De(new ExerciceFini(Annee, jour), new ExerciceEncoreOuvert(Annee, ClosLe), new AucuneEmissionEnCours(enCours));

    /// <inheritdoc cref="PeutClore"/>
    public void Clore(DateOnly jour, string par, string? enCours = null)
    {
        PeutClore(jour, enCours).Exiger();
        (ClosLe, Par) = (jour, par);
        Signaler(new ExerciceClos(Annee, jour));
    }
}
