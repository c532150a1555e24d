using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Compare la feuille d'une réponse à la base, ligne par ligne.</summary>
/// <remarks>
/// Une ligne que quelqu'un a changée en base après la remise du classeur est signalée ; là où le fichier est vide, la valeur
/// de l'autre est gardée : le vide d'un vieux fichier n'est pas un effacement.
/// </remarks>
internal sealed class ExamenDeFeuille(
    Reponse reponse,
    string feuille,
    List<LigneDuClasseur> lignes,
    DateTimeOffset genereLe,
    HorlogeLegale horloge
)
{
    private readonly PlanDeReponse _plan = PlanDeReponse.De(feuille, lignes.Select(l => l.Ligne));
    private readonly Dictionary<string, LigneDuClasseur> _parNumero = lignes.ToDictionary(l =>
        l.Ligne.Numero.ToString(CultureInfo.InvariantCulture)
    );

    /// <param name="tableur">Le fichier lu.</param>
    /// <param name="sortie">Reçoit les lignes changées ou fautives.</param>
    /// <param name="avis">Reçoit ce qui est à savoir de la feuille.</param>
    /// <returns>Le nombre de lignes inchangées.</returns>
    public int Comparer(TableurLu tableur, List<LigneDeBesoin> sortie, List<string> avis)
    {
        var lecture = _plan.Plan.Lire(tableur);
        avis.AddRange(lecture.Avis.Except(tableur.Avis));
        var apercu = ApercuDImport.Construire(
            lecture,
            l => l.Lire(_plan.Numero) is { } n ? n.ToString(CultureInfo.InvariantCulture) : null,
            cle => _parNumero.GetValueOrDefault(cle),
            _plan.Lecteurs,
            Controler
        );
        var verdict = reponse.PeutSaisir(horloge.Maintenant);
        var inchangees = 0;
        foreach (var ligne in apercu.Lignes)
        {
            var existant = _parNumero.GetValueOrDefault(ligne.Cle);
            var cellules = existant is null || ligne.Etat is EtatDeLigne.Erreur ? [] : Changements(ligne, existant);
            if (cellules.Count > 0 && !verdict.EstFavorable)
            {
                var motif = string.Join(" ", verdict.Obstacles.Select(o => o.Message));
                sortie.Add(
                    EnLigne(ligne, existant, EtatDeLigne.Erreur, [], [$"Feuille {feuille}, ligne {ligne.Numero} : {motif}"])
                );
            }
            else if (cellules.Count == 0 && ligne.Messages.Count == 0)
            {
                inchangees++;
            }
            else
            {
                sortie.Add(EnLigne(ligne, existant, Etat(ligne, existant, cellules), cellules, ligne.Messages));
            }
        }

        return inchangees;
    }

    private static EtatDeLigne Etat(LigneDApercu ligne, LigneDuClasseur? existant, List<CelluleDeBesoin> cellules) =>
        ligne.Etat is EtatDeLigne.Erreur or EtatDeLigne.Avertissement ? ligne.Etat
        : cellules.Count == 0 ? EtatDeLigne.Inchangee
        : existant?.Saisie is { } saisie && ChampsDeReponse.Tous.Any(c => !saisie.Valeur(c).EstVide) ? EtatDeLigne.Modifiee
        : EtatDeLigne.Nouvelle;

    private LigneDeBesoin EnLigne(
        LigneDApercu ligne,
        LigneDuClasseur? existant,
        EtatDeLigne etat,
        IReadOnlyList<CelluleDeBesoin> cellules,
        IReadOnlyList<string> messages
    ) =>
        new(
            reponse.Id.Valeur,
            feuille,
            ligne.Numero,
            existant?.Ligne.Numero ?? 0,
            existant?.Ligne.Designation ?? ligne.Source.Lire(_plan.Designation) ?? "",
            etat,
            cellules,
            messages
        );

    private List<CelluleDeBesoin> Changements(LigneDApercu ligne, LigneDuClasseur existant)
    {
        List<CelluleDeBesoin> changements = [];
        foreach (var (champ, colonne) in _plan.Saisies)
        {
            if (!ligne.Source.Comporte(colonne) || !existant.Ligne.Demandes.Accepte(champ))
            {
                continue;
            }

            var lue = existant.Saisie?.Valeur(champ) ?? ValeurDeCellule.Vide;
            var nouvelle = ligne.Source.Lire(colonne) ?? ValeurDeCellule.Vide;
            if (lue != nouvelle && !(nouvelle.EstVide && ChangeeDepuis(existant)))
            {
                changements.Add(new CelluleDeBesoin(ligne.Source.Cellule(colonne).Lettre, champ, lue, nouvelle));
            }
        }

        return changements;
    }

    private bool ChangeeDepuis(LigneDuClasseur existant) => existant.Saisie?.ModifieLe > genereLe;

    private void Controler(LigneDImport ligne, LigneDuClasseur? existant)
    {
        if (existant is null)
        {
            if (ligne.Lire(_plan.Numero) is { } numero)
            {
                ligne.Refuser(
                    _plan.Numero,
                    $"la ligne {numero} n'est pas au catalogue de cette prestation : une ligne ne s'ajoute pas dans le classeur."
                );
            }

            return;
        }

        ControlerLIdentite(ligne, existant);
        foreach (var (champ, colonne) in _plan.Saisies)
        {
            if (ligne.Comporte(colonne))
            {
                ControlerLaCellule(ligne, existant, champ, colonne);
            }
        }

        ControlerLOrdre(ligne);
    }

    /// <summary>Une colonne triée seule décale les désignations : mieux vaut refuser la ligne que remplir la mauvaise.</summary>
    private void ControlerLIdentite(LigneDImport ligne, LigneDuClasseur existant)
    {
        Comparer(_plan.Designation, existant.Ligne.Designation, "la désignation");
        Comparer(_plan.Unite, existant.Ligne.Unite, "l'unité");

        void Comparer(ColonneDImport<string?> colonne, string attendue, string nom)
        {
            if (ligne.Comporte(colonne) && CleDEntete.De(ligne.Lire(colonne) ?? "") != CleDEntete.De(attendue))
            {
                ligne.Refuser(
                    colonne,
                    $"{nom} n'est plus celle de la ligne {existant.Ligne.Numero} du catalogue (« {Abreger(attendue)} ») : les lignes ont peut-être été triées ou décalées."
                );
            }
        }
    }

    private void ControlerLaCellule(
        LigneDImport ligne,
        LigneDuClasseur existant,
        ChampDeReponse champ,
        ColonneDImport<ValeurDeCellule?> colonne
    )
    {
        var nouvelle = ligne.Lire(colonne) ?? ValeurDeCellule.Vide;
        if (!existant.Ligne.Demandes.Accepte(champ))
        {
            if (!nouvelle.EstVide)
            {
                ligne.Refuser(colonne, $"cette ligne ne demande pas « {champ.Libelle()} » : laissez la case vide.");
            }

            return;
        }

        var lue = existant.Saisie?.Valeur(champ) ?? ValeurDeCellule.Vide;
        if (lue == nouvelle || lue.EstVide || !ChangeeDepuis(existant) || (nouvelle.EstVide && !ligne.Cellule(colonne).EstVide))
        {
            return;
        }

        var qui =
            $"« {Abreger(lue.EnTexte(champ))} », saisi par {existant.Saisie!.ModifiePar} le {Formats.Instant(existant.Saisie.ModifieLe, horloge.Fuseau)}, après la remise du classeur";
        ligne.Avertir(
            colonne,
            nouvelle.EstVide ? $"la case est vide ; la valeur {qui}, est gardée." : $"la valeur du fichier remplacera {qui}."
        );
    }

    private void ControlerLOrdre(LigneDImport ligne)
    {
        if (
            !Anomalies.SontOrdonnees(
                Nombre(ChampDeReponse.Minimum),
                Nombre(ChampDeReponse.Estime),
                Nombre(ChampDeReponse.Maximum)
            )
        )
        {
            ligne.Avertir(null, "minimum ≤ estimé ≤ maximum n'est pas respecté ; à corriger avant de valider.");
        }

        long? Nombre(ChampDeReponse champ) =>
            _plan.Saisies.FirstOrDefault(s => s.Champ == champ).Colonne is { } colonne ? ligne.Lire(colonne)?.Nombre : null;
    }

    private static string Abreger(string texte) => texte.Length > 60 ? string.Concat(texte.AsSpan(0, 59), "…") : texte;
}
