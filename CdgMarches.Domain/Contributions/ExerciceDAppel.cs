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

    /// <param name="annee">L'exercice, qu'il ait reçu des appels ou non.</param>
    /// <param name="closLe">Le jour de sa clôture ; nul tant qu'il est ouvert.</param>
    /// <param name="jour">Aujourd'hui.</param>
    /// <param name="enCours">La campagne de l'exercice dont l'émission est commencée et pas finie ; nulle s'il n'y en a pas.</param>
    public static Verdict PeutClore(int annee, DateOnly? closLe, DateOnly jour, string? enCours) =>
        Verdict.De(new ExerciceFini(annee, jour), new ExerciceEncoreOuvert(annee, closLe), new AucuneEmissionEnCours(enCours));

    /// <inheritdoc cref="PeutClore"/>
    public void Clore(DateOnly jour, string par, string? enCours = null)
    {
        PeutClore(Annee, ClosLe, jour, enCours).Exiger();
        (ClosLe, Par) = (jour, par);
        Signaler(new ExerciceClos(Annee, jour));
    }
}
