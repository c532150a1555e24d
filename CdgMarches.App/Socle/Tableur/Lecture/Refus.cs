using System.Globalization;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Les phrases de refus, réunies pour qu'elles se ressemblent.</summary>
internal sealed class Refus(string nomDeFichier)
{
    private const string Sauf = "Rien n'a été importé, vos données sont intactes.";
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private readonly string _fichier =
        $"« {(string.IsNullOrWhiteSpace(nomDeFichier) ? "sans nom" : Path.GetFileName(nomDeFichier))} »";

    public FichierRefuseException Vide() =>
        De(MotifDeRefus.Vide, "est vide", "Vérifiez qu'il a bien été enregistré, puis envoyez-le à nouveau.");

    public FichierRefuseException TropGros(long? taille, long limite) =>
        De(
            MotifDeRefus.TropGros,
            taille is { } t ? $"pèse {Mo(t)}, la limite est de {Mo(limite)}" : $"dépasse la limite de {Mo(limite)}",
            "Retirez les images et les feuilles inutiles, ou découpez-le en plusieurs fichiers."
        );

    public FichierRefuseException Abime(Exception? cause = null) =>
        De(
            MotifDeRefus.Abime,
            "est incomplet ou abîmé et ne peut pas être lu",
            "Ouvrez-le dans Excel ou LibreOffice, enregistrez-le à nouveau en .xlsx, puis renvoyez-le.",
            cause
        );

    public FichierRefuseException ProtegeParMotDePasse() =>
        De(
            MotifDeRefus.ProtegeParMotDePasse,
            "est protégé par un mot de passe",
            "Ouvrez-le, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le, puis renvoyez-le."
        );

    public FichierRefuseException AncienXls() =>
        De(
            MotifDeRefus.AncienXls,
            "est au format .xls d'Excel 97-2003, qui n'est pas accepté",
            "Ouvrez-le dans Excel, choisissez « Enregistrer sous », type « Classeur Excel (.xlsx) », puis renvoyez-le."
        );

    public FichierRefuseException ClasseurBinaire() =>
        De(
            MotifDeRefus.ClasseurBinaire,
            "est un classeur binaire (.xlsb), qui n'est pas accepté",
            "Ouvrez-le dans Excel, choisissez « Enregistrer sous », type « Classeur Excel (.xlsx) », puis renvoyez-le."
        );

    public FichierRefuseException Macros() =>
        De(
            MotifDeRefus.Macros,
            "contient des macros, refusées par sécurité",
            "Ouvrez-le dans Excel, choisissez « Enregistrer sous », type « Classeur Excel (.xlsx) » sans macros, puis renvoyez-le."
        );

    public FichierRefuseException OpenDocument() =>
        De(
            MotifDeRefus.OpenDocument,
            "est au format OpenDocument (.ods), qui n'est pas accepté",
            "Dans LibreOffice : menu Fichier, « Enregistrer sous », type « Excel 2007-365 (.xlsx) », bouton « Utiliser le format Excel 2007-365 ! », puis renvoyez le fichier .xlsx."
        );

    public FichierRefuseException AutreType(string nature) =>
        De(MotifDeRefus.AutreType, $"n'est pas un tableur : c'est {nature}", "Envoyez un fichier .xlsx ou .csv.");

    public FichierRefuseException Bombe() =>
        De(
            MotifDeRefus.Bombe,
            "grossit démesurément une fois décompressé ; il est refusé par sécurité",
            "Copiez les seules données utiles dans un nouveau classeur, enregistrez-le en .xlsx, puis renvoyez-le."
        );

    public FichierRefuseException TropDeFeuilles(int limite) =>
        De(
            MotifDeRefus.TropDeFeuilles,
            $"a plus de {Nombre(limite)} feuilles",
            "Ne gardez que les feuilles utiles, puis renvoyez-le."
        );

    public FichierRefuseException TropDeLignes(string feuille, int limite) =>
        De(
            MotifDeRefus.TropDeLignes,
            $"a plus de {Nombre(limite)} lignes remplies dans la feuille « {feuille} »",
            "Découpez-le en plusieurs fichiers, puis envoyez-les l'un après l'autre."
        );

    public FichierRefuseException TropDeColonnes(string feuille, int limite) =>
        De(
            MotifDeRefus.TropDeColonnes,
            $"a des valeurs au-delà de la colonne {LettreDeColonne.De(limite)} dans la feuille « {feuille} »",
            "Supprimez les colonnes inutiles, puis renvoyez-le."
        );

    public FichierRefuseException TropDeCellules(int limite) =>
        De(MotifDeRefus.TropDeCellules, $"a plus de {Nombre(limite)} cellules remplies", "Découpez-le en plusieurs fichiers.");

    public FichierRefuseException Encodage(string detail) =>
        De(
            MotifDeRefus.Encodage,
            $"a des accents illisibles ({detail})",
            "Dans Excel, choisissez « Enregistrer sous », type « CSV UTF-8 (délimité par des virgules) » ou « Classeur Excel (.xlsx) », puis renvoyez-le."
        );

    public FichierRefuseException GuillemetOuvert(int ligne) =>
        De(
            MotifDeRefus.GuillemetOuvert,
            $"ouvre un guillemet ligne {Nombre(ligne)} et ne le referme jamais",
            "Corrigez cette ligne (ou envoyez le classeur .xlsx d'origine), puis renvoyez-le."
        );

    public FichierRefuseException SansDonnees() =>
        De(
            MotifDeRefus.SansDonnees,
            "ne contient aucune cellule remplie",
            "Vérifiez que c'est le bon fichier, puis renvoyez-le."
        );

    public FichierRefuseException FeuilleAbsente(string attendue, IEnumerable<string> presentes) =>
        De(
            MotifDeRefus.FeuilleAbsente,
            $"n'a pas de feuille « {attendue} » ni d'en-têtes reconnus (feuilles présentes : {string.Join(", ", presentes.Take(10).Select(f => $"« {f} »"))})",
            "Repartez du modèle téléchargé dans l'application, sans renommer ses colonnes."
        );

    public FichierRefuseException ColonnesManquantes(string feuille, int ligneDEntete, IReadOnlyList<string> manquantes) =>
        De(
            MotifDeRefus.ColonnesManquantes,
            string.Create(
                Francais,
                $"n'a pas {(manquantes.Count == 1 ? "la colonne obligatoire" : "les colonnes obligatoires")} {string.Join(", ", manquantes.Select(m => $"« {m} »"))} (feuille « {feuille} », en-têtes lus ligne {ligneDEntete})"
            ),
            "Ajoutez ce qui manque ou repartez du modèle téléchargé dans l'application, puis renvoyez-le."
        );

    public FichierRefuseException ColonneEnDouble(string feuille, string entete, string premiere, string seconde) =>
        De(
            MotifDeRefus.ColonneEnDouble,
            $"a deux fois la colonne « {entete} » (feuille « {feuille} », colonnes {premiere} et {seconde}) : on ne sait laquelle lire",
            "Supprimez l'une des deux, puis renvoyez-le."
        );

    private FichierRefuseException De(MotifDeRefus motif, string constat, string conseil, Exception? cause = null) =>
        new(motif, $"Le fichier {_fichier} {constat}. {Sauf} {conseil}", cause);

    private static string Mo(long octets) => (octets / 1048576m).ToString("0.#", Francais) + "\u00a0Mo";

    private static string Nombre(int n) => n.ToString("#,0", Francais);
}
